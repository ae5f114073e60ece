/*
 * Finished system specifications of any length, the same on every run. Nothing is imported, so that benchmarks in other
 * processes can use them too.
 */

const HEAD = `# Parcel Tracking - Technical Specification

**Version:** 1.4  
**Author:** Anna Nowak  
**Date:** 2026-05-04  
**Status:** In Review  
**Reviewers:** Tomasz Bielak, Ewa Lis  

## Executive Summary

Customers learn that a parcel is late only when they look it up. This system sends one message when the expected delivery moves by more than two hours.
`;

/** The sections of the `system` template by level and title; `*` stands where instances of a repeated block belong. */
const OUTLINE = `
## Background
### Context
### Related Work
### Assumptions
## Goals and Objectives
### Technical Goals
### Success Criteria
### Non-Goals
## System Architecture
### High-Level Architecture
### Components
*components
### Data Flow
### Integration Points
## Detailed Design
### API Specifications
*endpoints
### Data Models
*models
### Algorithms and Logic
### State Management
## Technology Stack
### Languages and Frameworks
### Infrastructure
### Third-Party Services
### Development Tools
## Security
### Authentication
### Authorization
### Data Protection
### Security Controls
### Compliance
## Performance
### Performance Requirements
### Optimization Strategies
### Scalability
## Reliability
### Availability Target
### Fault Tolerance
### Error Handling
### Monitoring and Alerting
## Testing Strategy
### Unit Testing
### Integration Testing
### Performance Testing
### Security Testing
### Acceptance Testing
## Deployment
### Deployment Strategy
### Environments
### Release Process
### Rollback Plan
### Database Migrations
## Operational Considerations
### Monitoring
### Logging
### Maintenance
### Support
### Documentation
## Dependencies
### Internal Dependencies
### External Dependencies
### Library Dependencies
## Migration Plan
### Current State
### Transition Strategy
### Data Migration
### Rollout Plan
### Rollback Strategy
## Risks and Mitigations
## Open Technical Questions
## Future Considerations
### Potential Enhancements
### Technical Debt
### Evolution Strategy
## Appendices
### Glossary
### References
### Diagrams
### Change Log
`;

const WORDS =
  `carrier parcel depot estimate message customer window queue worker retry ledger route scan label webhook index
shard cache region report`.split(/\s+/u);

/** A specification that follows the `system` template, of about this many lines. */
export function generateSpec(lines: number): string {
  const fixed = countLines(build(0));
  const perRound = countLines(build(1)) - fixed;
  return build(Math.max(1, Math.ceil((lines - fixed) / perRound)));
}

/** A specification with one table of this many rows. */
export function generateTableSpec(rows: number): string {
  const table = Array.from(
    { length: rows },
    (_, row) => `| ${word(row)} ${row} | ${word(row + 3)} of the ${word(row + 7)} | ${(row * 37) % 900} ms |`,
  );
  const head = ['| Metric | Target | Measurement |', '|--------|--------|-------------|'];
  return build(1, { 'Performance Requirements': [...head, ...table].join('\n') });
}

/** A specification with one list of this many items. */
export function generateListSpec(items: number): string {
  const list = Array.from(
    { length: items },
    (_, item) => `- The ${word(item)} ${item} keeps its ${word(item + 5)}`,
  );
  return build(1, { 'Technical Goals': list.join('\n') });
}

/** @param rounds how many components, endpoints and models there are of each */
function build(rounds: number, bodies: Readonly<Record<string, string>> = {}): string {
  const blocks = { '*components': component, '*endpoints': endpoint, '*models': model };
  const parts = OUTLINE.trim()
    .split('\n')
    .map((line, index) => {
      const block = blocks[line as keyof typeof blocks] as ((number: number) => string) | undefined;
      if (block) return Array.from({ length: rounds }, (_, number) => block(number + 1)).join('\n');
      return `${line}\n\n${bodies[line.replace(/^#+ /u, '')] ?? paragraph(index)}\n`;
    });
  return [HEAD, ...parts.filter((part) => part !== '')].join('\n');
}

function component(number: number): string {
  return `#### ${capital(word(number))} ${number}

- **Purpose:** Keeps the ${word(number + 1)} of each ${word(number + 2)}
- **Technology:** Kotlin 2.1 on JVM 21, Postgres 17
- **Interfaces:** \`POST /v1/${word(number)}\` on 8080, topic \`${word(number + 3)}.changed\`
- **Responsibilities:** Owns ${word(number + 4)} ${number}, leaves the ${word(number + 5)} to its neighbours

${paragraph(number)}

${paragraph(number + 11)}
`;
}

function endpoint(number: number): string {
  return `#### Endpoint: ${capital(word(number))} ${number}

\`\`\`
Method: POST
Path: /api/v1/${word(number)}/${number}
Authentication: HMAC

Request:
{
  "${word(number)}": "at most 64 characters"
}
\`\`\`

Answers within ${100 + (number % 9) * 25} ms at the 95th percentile, see [the load test](load-${number}.md).

| Status | Meaning | Retry |
|--------|---------|-------|
| 202 | The ${word(number + 2)} is queued | never |
| 409 | Another ${word(number + 3)} holds the lock | after 2 s |
| 503 | The ${word(number + 4)} is down | after 30 s |
`;
}

function model(number: number): string {
  return `#### ${capital(word(number))} record ${number}

\`\`\`json
{ "id": "uuid", "${word(number + 1)}": "string", "at": "timestamp" }
\`\`\`

**Relationships:**

- One ${word(number)} has many ${word(number + 1)} rows, deleted with it

**Indexes:**

- (${word(number)}_id, at) for the daily ${word(number + 2)}
`;
}

function paragraph(number: number): string {
  const [a, b, c] = [word(number), word(number * 3 + 1), word(number * 5 + 2)];
  return `Each ${a} is written once and read by the ${b} about ${(number * 13) % 90} times a day. When the ${c} is late the **${b}** waits for two minutes, then tells the ${a} and goes on.`;
}

function word(number: number): string {
  return WORDS[number % WORDS.length]!;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function countLines(text: string): number {
  return text.split('\n').length;
}
