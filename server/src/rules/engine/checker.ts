import { shiftSpan, type Span } from '../../text/span';
import type { Configuration, Severity } from '../../workspace/configuration';
import type { Host } from '../../workspace/ports';
import type { Spec } from '../../workspace/spec';
import { BlockFindings, ruleWork } from './block-findings';
import type { Problem } from './problem';
import type { Anchor, BlockRule, DocumentRule, Finding, Rule } from './rule';
import { suppressionsOf } from './suppressions';
import { valueLine } from './value-line';

interface DocumentFinding extends Finding<Anchor, unknown> {
  readonly rule: DocumentRule;
}

interface Kept {
  readonly spec: Spec;
  readonly rules: readonly DocumentRule[];
  readonly findings: readonly DocumentFinding[];
}

/** Runs the rules on one document after another snapshot of it, and keeps what an edit did not change. */
export class Checker {
  private kept: Kept | undefined;
  private readonly blockFindings = new BlockFindings();

  /** @param rules all there are; those that the configuration or the phase turns off are not run */
  constructor(
    private readonly rules: readonly Rule[],
    private readonly host: Pick<Host, 'clock' | 'log'>,
  ) {}

  /** The problems of a spec, in document order. */
  check(spec: Spec, configuration: Configuration): Problem[] {
    const active = activeRules(this.rules, spec, configuration);
    const problems: Problem[] = [];
    const add = (rule: Rule, { message, slot, data, atMost }: Finding<unknown, unknown>, span: Span) => {
      const severity = quieter(active.severities.get(rule)!, atMost);
      problems.push({ rule, severity, message, span, slot: slot?.title, data });
    };
    for (const finding of this.documentFindings(spec, active.document)) {
      add(finding.rule, finding, resolve(finding.at, spec));
    }
    const { tree } = spec.model;
    for (const { chunk, findings } of this.blockFindings.check(spec, active.block, this.host.log)) {
      const start = tree.chunkStart(chunk);
      for (const finding of findings) add(finding.rule, finding, shiftSpan(finding.at, start));
    }
    const suppressed = suppressionsOf(spec.model);
    const left = suppressed ? problems.filter(({ rule, span }) => !suppressed(rule.id, span)) : problems;
    return left.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  }

  private documentFindings(spec: Spec, rules: readonly DocumentRule[]): readonly DocumentFinding[] {
    const { kept } = this;
    const holds =
      kept?.rules === rules &&
      kept.spec.model.shape === spec.model.shape &&
      kept.spec.alignment === spec.alignment &&
      kept.spec.guidanceLeft === spec.guidanceLeft &&
      kept.spec.phase === spec.phase;
    const findings = holds ? kept.findings : this.runDocumentRules(spec, rules);
    this.kept = { spec, rules, findings };
    return findings;
  }

  /** A rule that throws loses its own findings and nothing else. */
  private runDocumentRules(spec: Spec, rules: readonly DocumentRule[]): DocumentFinding[] {
    ruleWork.documentsChecked += 1;
    const { alignment, schema, phase, guidanceLeft } = spec;
    const context = { shape: spec.model.shape, alignment, schema, phase, guidanceLeft, host: this.host };
    const findings: DocumentFinding[] = [];
    for (const rule of rules) {
      try {
        rule.check(context, (finding) => findings.push({ ...finding, rule }));
      } catch (error) {
        this.host.log.error(`Rule "${rule.id}" failed: ${String(error)}`);
      }
    }
    return findings;
  }
}

const LOUDNESS: readonly Severity[] = ['hint', 'info', 'warning', 'error'];

function quieter(severity: Severity, atMost: Severity | undefined): Severity {
  return atMost && LOUDNESS.indexOf(atMost) < LOUDNESS.indexOf(severity) ? atMost : severity;
}

interface ActiveRules {
  readonly document: readonly DocumentRule[];
  readonly block: readonly BlockRule[];
  readonly severities: ReadonlyMap<Rule, Severity>;
}

const known = new WeakMap<readonly Rule[], Map<string, ActiveRules>>();

/** The rules to run; the same arrays for the same settings and phase, so that findings can be kept by them. */
function activeRules(
  rules: readonly Rule[],
  { phase }: Spec,
  { rules: settings }: Configuration,
): ActiveRules {
  const key = `${phase} ${JSON.stringify(settings)}`;
  let memory = known.get(rules);
  if (!memory) known.set(rules, (memory = new Map<string, ActiveRules>()));
  let active = memory.get(key);
  if (!active) {
    const severities = new Map<Rule, Severity>();
    for (const rule of rules) {
      const setting = settings[rule.id] ?? 'default';
      const severity = setting === 'default' ? rule.severity[phase] : setting;
      if (severity !== 'off') severities.set(rule, severity);
    }
    const running = [...severities.keys()];
    active = {
      document: running.filter((rule) => rule.scope === 'document'),
      block: running.filter((rule) => rule.scope === 'block'),
      severities,
    };
    memory.set(key, active);
  }
  return active;
}

/** Where an anchor stands in the spec as it is now. */
function resolve(anchor: Anchor, { model, alignment }: Spec): Span {
  if (anchor === 'document') {
    return alignment.title
      ? model.titleSpan(alignment.title)
      : firstLine(model.tree.text, model.tree.bodyStart);
  }
  if ('section' in anchor) {
    const span = model.titleSpan(anchor.section);
    return span.end > span.start ? span : model.headingSpan(anchor.section);
  }
  if ('yaml' in anchor) return shiftSpan(anchor.yaml, model.tree.frontMatter?.contentSpan.start ?? 0);
  const value = valueLine(model, anchor.field);
  return anchor.part === 'value' && value.end > value.start ? value : model.fieldSpan(anchor.field);
}

/**
 * The first line with something to read on it, without the white space around it. A comment is nothing to read: one that
 * suppresses what is wrong with the next line must not become the line that is wrong.
 */
function firstLine(text: string, start: number): Span {
  const head = text.slice(start, start + 2000);
  const skipped = /^(?:\s|<!--[\s\S]*?-->)*/u.exec(head)![0].length;
  const line = /[^\s].*/u.exec(head.slice(skipped));
  const from = start + skipped + (line?.index ?? 0);
  return { start: from, end: from + (line?.[0].trimEnd().length ?? 0) };
}
