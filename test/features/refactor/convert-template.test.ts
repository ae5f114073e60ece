import { describe, expect, test } from 'vitest';
import { refactoringsAt } from '../../../server/src/features/refactor/refactorings';
import { fieldFor } from '../../../server/src/template/phase';
import { applyEdits } from '../../../server/src/text/edit';
import { withEol } from '../../../server/src/text/line';
import { OpenDocument } from '../../../server/src/workspace/open-document';
import { NO_WORKSPACE } from '../../../server/src/workspace/index/view';
import { BUILTINS, checkText, choiceOf, schemaOf, type CheckOptions } from '../../support/check-text';
import { OWN_DOCUMENTS } from '../../support/fixable';

const plan = schemaOf(`---
specwright: { id: plan, name: Plan }
---

# Plan: [Name]

**Author:** [Name]  
**Status:** [Draft | In Review | Approved]

## Overview

[What it is.]

### Problem

[What hurts.]

### Goals

[What gets better.]

## Parts

### Part 1: [Name]

[What it does.]

#### Interface

[How it is called.]

## Rollout

[Who gets it when.]

## Costs

[How much.]
`);

const report = schemaOf(`---
specwright:
  id: report
  name: Report
  version: "2.0"
  aliases:
    Problem Statement: [Problem]
---

# [Name]

**Owner:** [Team]  
**Author:** [Name]  
**Depth:** [deep | flat]  
**Status:** [draft | review | done]

## Problem Statement

[Why.]

## Design

[How, in short.]

### Rollout

[When.]

## Aims

### Goals

[What for.]

## Summary (Optional)

[In one line.]
`);

const DOCUMENT = `# Plan: Parcels

**Author:** Ada  
**Status:** In Review

## Overview

### Problem

Nobody knows.

#### Figures

Many.

### Goals

All know.

## Parts

### Part 1: Tracker

Tracks.

#### Interface

None.

<!-- as agreed -->
## Rollout

Soon.

## Our Own

Words.

Costs
-----

None.
`;

/** Converts a document; the edits must be those of whole lines, and the same with CRLF. */
function converted(text: string, title: string, options: CheckOptions = {}): string {
  const results = ['\n', '\r\n'].map((eol) => {
    const source = withEol(text, eol);
    const found = offered(source, options).find((each) => each.title === title);
    expect(found, title).toBeDefined();
    return withEol(applyEdits(source, found!.edits), '\n');
  });
  expect(results[1]).toBe(results[0]);
  return results[0]!;
}

function offered(text: string, { schema = plan, schemas = [plan, report], ...options }: CheckOptions = {}) {
  const { spec } = new OpenDocument('memory:/spec.md', text, choiceOf({ ...options, schema, schemas }));
  const context = { span: { start: 0, end: 0 }, isAskedFor: true, schemas, workspace: NO_WORKSPACE };
  return refactoringsAt({ ...context, spec: spec!, clock: { today: () => '2026-06-15' }, author: '' }, [
    'refactor.rewrite.template',
  ]);
}

describe('converting to another template', () => {
  test('sections in its order, at its levels, under their own headings; the rest at the end', () => {
    expect(converted(DOCUMENT, 'Convert to "Report"')).toBe(`<!-- specwright-template report 2.0 -->

# Plan: Parcels

**Owner:** [Team]  
**Author:** Ada  
**Depth:** [deep | flat]  
**Status:** review

## Problem

Nobody knows.

### Figures

Many.

## Design

[How, in short.]

<!-- as agreed -->
### Rollout

Soon.

## Aims

### Goals

All know.

## Parts

### Part 1: Tracker

Tracks.

#### Interface

None.

## Our Own

Words.

Costs
-----

None.
`);
  });

  test('a heading that a link leads to stays, whatever is left under it', () => {
    const linked = DOCUMENT.replace('Words.', 'See [above](#overview).');
    expect(converted(linked, 'Convert to "Report"')).toContain('\n## Overview\n');
    expect(converted(DOCUMENT, 'Convert to "Report"')).not.toContain('\n## Overview\n');
  });

  test('not where a link leads to one of several sections of one title', () => {
    const repeated = `${DOCUMENT}\n## Figures\n\nMore.\n`;
    expect(offered(`${repeated}\nSee [those](#our-own).\n`)).not.toEqual([]);
    expect(offered(`${repeated}\nSee [those](#figures-1).\n`)).toEqual([]);
  });

  test('there and back, nothing moves again', () => {
    const there = converted(DOCUMENT, 'Convert to "Report"');
    const back = converted(there, 'Convert to "Plan"', { schema: report });
    expect(back).toContain('<!-- specwright-template plan -->');
    expect(back).toContain('**Status:** In Review');
    expect(back.match(/^#.*$/gmu)).toEqual([
      '# Plan: Parcels',
      '## Overview',
      '### Problem',
      '#### Figures',
      '### Goals',
      '## Parts',
      '### Part 1: Tracker',
      '#### Interface',
      '## Rollout',
      '## Design',
      '## Our Own',
    ]);
  });

  test('what a document says of its template is changed where it stands', () => {
    const named = (head: string) =>
      converted(`${head}\n\n${DOCUMENT}`, 'Convert to "Report"').slice(0, -DOCUMENT.length).split('\n\n')[0];
    expect(named('<!-- specwright-template plan 1.2 -- by Ada -->')).toBe(
      '<!-- specwright-template report 2.0 -- by Ada -->',
    );
    expect(named('---\nspecwright: plan\n---')).toBe(
      '---\nspecwright: { template: report, version: "2.0" }\n---',
    );
    expect(named('---\nspecwright:\n  template: plan\n  version: 1.0 # old\n---')).toBe(
      '---\nspecwright:\n  template: report\n  version: "2.0" # old\n---',
    );
    const back = (head: string) =>
      converted(`${head}\n\n${DOCUMENT}`, 'Convert to "Plan"', { schema: report }).split('\n\n')[0];
    expect(back('---\nspecwright: { template: report, version: "2.0" }\n---')).toBe(
      '---\nspecwright: { template: plan }\n---',
    );
    expect(back('---\nspecwright:\n  version: "2.0"\n  template: report\n---')).toBe(
      '---\nspecwright:\n  template: plan\n---',
    );
  });

  test('a document that nobody would take for another template needs no comment', () => {
    const text =
      '# Parcels\n\n**Author:** Ada\n\n## Problem\n\nNone.\n\n## Design\n\nGood.\n\n### Rollout\n\nNow.\n';
    const result = converted(text, 'Convert to "Report"', { schemas: [report, plan] });
    expect(result).not.toContain('specwright-template');
    expect(result.match(/^#.*$/gmu)).toEqual([
      '# Parcels',
      '## Problem',
      '## Design',
      '### Rollout',
      '## Aims',
      '### Goals',
    ]);
  });

  test('a status that may mean another is kept', () => {
    const approved = DOCUMENT.replace('In Review', 'Approved');
    expect(converted(approved, 'Convert to "Report"')).toContain('**Status:** Approved\n');
    const remark = DOCUMENT.replace('In Review', 'In Review (until May)');
    expect(converted(remark, 'Convert to "Report"')).toContain('**Status:** review (until May)\n');
  });

  test('a section of metadata stays at the top', () => {
    const text =
      '# Plan: Parcels\n\n## Document Control\n\n| Field | Value |\n|---|---|\n| Author | Ada |\n\n## Costs\n\nNone.\n';
    expect(converted(text, 'Convert to "Report"').match(/^(?:#|\|).*$/gmu)).toEqual([
      '# Plan: Parcels',
      '## Document Control',
      '| Field | Value |',
      '|---|---|',
      '| Owner | [Team] |',
      '| Author | Ada |',
      '| Depth | [deep \\| flat] |',
      '| Status | [draft \\| review \\| done] |',
      '## Problem Statement',
      '## Design',
      '### Rollout',
      '## Aims',
      '### Goals',
      '## Costs',
    ]);
  });

  test('rules part the top sections as before, and a document without a last newline stays one', () => {
    const text =
      '# Plan: Parcels\n\n---\n\n## Overview\n\nIt is.\n\n---\n\n## Rollout\n\nSoon.\n\n---\n\n## Design\n\nGood.\n\n---\n\n## Costs\n\nNone.';
    const result = converted(text, 'Convert to "Report"');
    expect(result.slice(result.indexOf('## Design'))).toBe(
      '## Design\n\nGood.\n\n### Rollout\n\nSoon.\n\n---\n\n## Aims\n\n### Goals\n\n[What for.]\n\n---\n\n## Overview\n\nIt is.\n\n---\n\n## Costs\n\nNone.',
    );
  });

  test('a heading that resembles one of the template takes its place and keeps its words', () => {
    const text = '# Plan: Parcels\n\n## Costs\n\nNone.\n\n## The Problem Statements\n\nNobody knows.\n';
    const headings = converted(text, 'Convert to "Report"').match(/^#.*$/gmu);
    expect(headings?.slice(0, 3)).toEqual(['# Plan: Parcels', '## The Problem Statements', '## Design']);
    expect(headings).not.toContain('## Problem Statement');
  });

  test('a document of only a title, and one with a byte order mark', () => {
    const titled = converted('\uFEFF# Parcels', 'Convert to "Report"');
    expect(titled.match(/^\uFEFF?#.*$/gmu)).toEqual([
      '\uFEFF# Parcels',
      '## Problem Statement',
      '## Design',
      '### Rollout',
      '## Aims',
      '### Goals',
    ]);
    expect(titled).toContain('# Parcels\n\n**Owner:** [Team]  \n**Author:** [Name]  \n');
    expect(titled).toMatch(/\[What for\.\]\n$/u);
  });

  test('underlined headings and levels', () => {
    const text = 'Plan: Parcels\n=============\n\nGoals\n-----\n\nAll.\n\n##### Deep\n\nWords.\n';
    expect(converted(text, 'Convert to "Report"')).toContain(
      '## Aims\n\n### Goals\n\nAll.\n\n###### Deep\n\nWords.\n',
    );
  });

  test.each<[string, string]>([
    ['the fence that its template was published in', `\`\`\`\`markdown\n${DOCUMENT}\`\`\`\`\n`],
    ['a fence that nobody has closed', `${DOCUMENT}\n\`\`\`\nopen\n`],
    [
      'an element of HTML around sections',
      DOCUMENT.replace('Soon.', 'Soon.\n\n<details>').replace('Words.', 'Words.\n\n</details>'),
    ],
    [
      'comments that silence a rule across sections',
      DOCUMENT.replace('Soon.', 'Soon.\n\n<!-- specwright-disable -->'),
    ],
    ['YAML with a fault', `---\nauthor: [Ada\n---\n\n${DOCUMENT}`],
  ])('not offered: %s', (_, text) => {
    expect(offered(text)).toEqual([]);
  });

  test('not to its own template, and each template by its name', () => {
    const other = schemaOf('---\nspecwright: { id: other, name: Report }\n---\n\n# [Name]\n\n## One\n');
    const titles = offered(DOCUMENT, { schemas: [plan, report, other, plan] }).map(({ title }) => title);
    expect(titles).toEqual(['Convert to "Report" (report)', 'Convert to "Report" (other)']);
  });
});

/** What is to be read in a text, line by line, whatever the levels of its headings and the rules between them. */
function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/^#+ /u, '').trim())
    .filter((line) => !/^[-=]*$/u.test(line));
}

test.each(OWN_DOCUMENTS.slice(0, 2).map((document) => [document.name, document] as const))(
  'every line of %s is in it after a conversion',
  (_, { text, schema }) => {
    for (const { id, name, fields } of BUILTINS) {
      if (id === schema.id) continue;
      const result = converted(text, `Convert to "${name}"`, { schema, schemas: BUILTINS });
      const { spec } = checkText(result).document;
      expect(spec?.schema.id).toBe(id);
      expect(spec!.alignment.misplaced, 'nothing is out of place').toEqual([]);
      expect(fields.filter((field) => field.required && !fieldFor(spec!.model.shape, field))).toEqual([]);
      const kept = linesOf(result);
      const lost = linesOf(text).filter((line) => {
        const at = kept.indexOf(line);
        if (at >= 0) kept.splice(at, 1);
        return at < 0;
      });
      // A heading of the old template with nothing left under it, and the status in other words.
      expect(lost.filter((line) => line !== 'API Design' && !line.startsWith('**Status:**'))).toEqual([]);
    }
  },
);
