import { shiftSpan, type Span } from '../../text/span';
import type { Configuration, Severity } from '../../workspace/configuration';
import type { Host } from '../../workspace/ports';
import type { Spec } from '../../workspace/spec';
import { activeRules, type ActiveRule, type ActiveRules } from './active-rules';
import { BlockFindings } from './block-findings';
import { DocumentFindings } from './document-findings';
import type { Problem } from './problem';
import { resolvePlace } from './resolve-place';
import type { Finding, Rule, SummaryContext, SummaryPlace } from './rule';
import { suppressionsOf } from './suppressions';

/** Runs the rules on one document after another snapshot of it, and keeps what an edit did not change. */
export class Checker {
  private readonly documentFindings: DocumentFindings;
  private readonly blockFindings = new BlockFindings();

  /** @param rules all there are; those that the configuration or the phase turns off are not run */
  constructor(
    private readonly rules: readonly Rule[],
    private readonly host: Pick<Host, 'clock' | 'log'>,
  ) {
    this.documentFindings = new DocumentFindings(host);
  }

  /** The problems of a spec, in document order. */
  check(spec: Spec, configuration: Configuration): Problem[] {
    const active = activeRules(this.rules, spec.phase, configuration);
    const problems: Problem[] = [];
    for (const finding of this.documentFindings.check(spec, active)) {
      problems.push(toProblem(finding.from, finding, (place) => resolvePlace(place, spec)));
    }
    const { tree } = spec.model;
    for (const { chunk, findings } of this.blockFindings.check(spec, active.block, this.host)) {
      const start = tree.chunkStart(chunk);
      for (const finding of findings)
        problems.push(toProblem(finding.from, finding, (span) => shiftSpan(span, start)));
    }
    const suppressed = suppressionsOf(spec.model);
    const isLeft = ({ rule, span }: Problem) => !suppressed?.(rule.id, span);
    const left = suppressed ? problems.filter(isLeft) : problems;
    const all = [...left, ...this.summaries(spec, left, active).filter(isLeft)];
    return all.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  }

  /** A rule that throws loses its own findings and nothing else. */
  private summaries(spec: Spec, problems: readonly Problem[], { summary }: ActiveRules): Problem[] {
    const { model, alignment, schema, phase, size, guidanceLeft } = spec;
    const { shape, content } = model;
    const { host } = this;
    const context: SummaryContext = {
      shape,
      content,
      alignment,
      schema,
      phase,
      size,
      guidanceLeft,
      host,
      problems,
    };
    return summary.flatMap((from) => {
      const found: Problem[] = [];
      const report = (finding: Finding<SummaryPlace, unknown>) =>
        found.push(toProblem(from, finding, (place) => resolvePlace(place, spec)));
      try {
        from.rule.check(context, report, from.options);
      } catch (error) {
        host.log.error(`Rule "${from.rule.id}" failed: ${String(error)}`);
      }
      return found;
    });
  }
}

function toProblem<Place>(
  { rule, severity }: ActiveRule,
  { at, message, atMost, slot, data, related = [] }: Finding<Place, unknown>,
  resolve: (place: Place) => Span,
): Problem {
  return {
    rule,
    severity: quieter(severity, atMost),
    message,
    span: resolve(at),
    related: related.map((other) => ({ span: resolve(other.at), message: other.message })),
    slot: slot?.title,
    data,
  };
}

const LOUDNESS: readonly Severity[] = ['hint', 'info', 'warning', 'error'];

function quieter(severity: Severity, atMost: Severity | undefined): Severity {
  return atMost && LOUDNESS.indexOf(atMost) < LOUDNESS.indexOf(severity) ? atMost : severity;
}
