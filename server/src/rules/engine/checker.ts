import { shiftSpan, type Span } from '../../text/span';
import type { Configuration, Severity } from '../../workspace/configuration';
import { NO_WORKSPACE, type WorkspaceView } from '../../workspace/index/view';
import type { Host } from '../../workspace/ports';
import type { Spec } from '../../workspace/spec';
import { activeRules, type ActiveRule, type ActiveRules } from './active-rules';
import { BlockFindings } from './block-findings';
import { DocumentFindings } from './document-findings';
import type { Problem } from './problem';
import { resolvePlace } from './resolve-place';
import type { Finding, Rule, SummaryContext, SummaryPlace, SummaryRule } from './rule';
import { suppressionsOf, type Suppressions } from './suppressions';

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
  check(spec: Spec, configuration: Configuration, workspace: WorkspaceView = NO_WORKSPACE): Problem[] {
    const active = activeRules(this.rules, spec.phase, configuration);
    const problems: Problem[] = [];
    for (const finding of this.documentFindings.check(spec, active, workspace)) {
      problems.push(toProblem(finding.from, finding, (place) => resolvePlace(place, spec)));
    }
    const { tree } = spec.model;
    for (const { chunk, findings } of this.blockFindings.check(spec, active.block, this.host)) {
      const start = tree.chunkStart(chunk);
      for (const finding of findings)
        problems.push(toProblem(finding.from, finding, (span) => shiftSpan(span, start)));
    }
    const all = this.withSummaries(spec, problems, active);
    return all.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  }

  /** The problems that no comment suppresses, and what the summary rules say of them. */
  private withSummaries(spec: Spec, problems: readonly Problem[], active: ActiveRules): Problem[] {
    const suppressions = suppressionsOf(spec.model);
    const unlessSilencedBy = (comments: Suppressions | undefined) => (problem: Problem) =>
      !comments?.silences(problem.rule.id, problem.span);
    const left = problems.filter(unlessSilencedBy(suppressions));
    const rules = new Map(this.rules.map(({ id }) => [id, active.ids.has(id)]));
    const context = { ...contextOf(spec), host: this.host, rules };
    const summaries = active.summary
      .filter(({ rule }) => !rule.runsLast)
      .flatMap((from) => this.summary(from, spec, { ...context, problems: left, suppressions: [] }))
      .filter(unlessSilencedBy(suppressions));
    const all = [...left, ...summaries];
    const last = active.summary
      .filter(({ rule }) => rule.runsLast)
      .flatMap((from) => {
        const comments = suppressions?.all() ?? [];
        const found = this.summary(from, spec, { ...context, problems: all, suppressions: comments });
        return found.filter(unlessSilencedBy(suppressions?.withoutUnused(from.rule.id)));
      });
    return [...all, ...last];
  }

  /** A rule that throws loses its own findings and nothing else. */
  private summary(from: ActiveRule<SummaryRule>, spec: Spec, context: SummaryContext): Problem[] {
    const found: Problem[] = [];
    const report = (finding: Finding<SummaryPlace, unknown>) =>
      found.push(toProblem(from, finding, (place) => resolvePlace(place, spec)));
    try {
      from.rule.check(context, report, from.options);
    } catch (error) {
      this.host.log.error(`Rule "${from.rule.id}" failed: ${String(error)}`);
    }
    return found;
  }
}

function contextOf({ model, alignment, schema, phase, size, guidanceLeft, wrapper }: Spec) {
  const { shape, content } = model;
  return { shape, content, alignment, schema, phase, size, guidanceLeft, isWrapped: wrapper !== undefined };
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
