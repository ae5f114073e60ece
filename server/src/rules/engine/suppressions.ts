import type { DirectiveKind } from '../../model/directive';
import type { DocumentModel } from '../../model/document-model';
import type { Span } from '../../text/span';
import { disabledRanges, type Comment, type DisabledRange } from './disabled-ranges';

/** A comment that disables rules or enables them again, and what has become of it. */
export interface Suppression {
  readonly kind: Exclude<DirectiveKind, 'template'>;
  /** The rules that it names; empty: all. */
  readonly names: readonly string[];
  /** The comment, absolute. */
  readonly span: Span;
  /** The comments, absolute, that end what this one disables and nothing else. */
  readonly ends: readonly Span[];
  /** Whether it has silenced a problem; one that enables: whether it ends anything. */
  readonly isUsed: boolean;
}

/** @returns undefined where no comment suppresses anything, so that nothing has to be asked */
export function suppressionsOf(model: DocumentModel): Suppressions | undefined {
  if (model.directives.length === 0) return undefined;
  const { comments, ranges } = disabledRanges(model);
  return new Suppressions(comments, ranges);
}

/** What the comments in one snapshot of a document suppress, and have suppressed. */
export class Suppressions {
  private readonly spans = new Map<string, readonly Span[]>();
  /** Where problems were silenced, by rule. */
  private readonly silenced = new Map<string, number[]>();

  constructor(
    private readonly comments: readonly Comment[],
    private readonly ranges: readonly DisabledRange[],
  ) {}

  /** Whether a comment silences a problem of this rule at this span; if so, it is of use. */
  silences(rule: string, { start }: Span): boolean {
    let spans = this.spans.get(rule);
    if (!spans) this.spans.set(rule, (spans = spansFor(rule, this.ranges)));
    const last = spans[firstIndex(spans, (span) => span.start > start) - 1];
    if (!last || start > last.end) return false;
    const starts = this.silenced.get(rule);
    if (starts) starts.push(start);
    else this.silenced.set(rule, [start]);
    return true;
  }

  /** The comments in document order. */
  all(): Suppression[] {
    const used = this.used();
    return this.comments.map((comment) => {
      const { kind, names, span, partners } = comment;
      const ends = kind === 'disable' ? [...partners].filter((end) => end.partners.size === 1) : [];
      const isUsed = kind === 'enable' ? partners.size > 0 : used.has(comment);
      return { kind, names, span, ends: ends.map((end) => end.span), isUsed };
    });
  }

  /** What is left without the comments that have silenced nothing and do not name `rule`. */
  withoutUnused(rule: string): Suppressions {
    const used = this.used();
    const isLeft = ({ comment }: DisabledRange) => used.has(comment) || comment.names.includes(rule);
    return new Suppressions(this.comments, this.ranges.filter(isLeft));
  }

  private used(): ReadonlySet<Comment> {
    const silenced = [...this.silenced];
    for (const [, starts] of silenced) starts.sort((a, b) => a - b);
    const isUsed = (range: DisabledRange) =>
      silenced.some(([rule, starts]) => {
        const first = starts[firstIndex(starts, (start) => start >= range.start)];
        return first !== undefined && first <= range.end && concerns(range, rule);
      });
    return new Set(this.ranges.filter(isUsed).map(({ comment }) => comment));
  }
}

function concerns({ rules, except }: DisabledRange, rule: string): boolean {
  return rules.length === 0 ? !except.includes(rule) : rules.includes(rule);
}

/** Where a rule is suppressed: in order, and none within another. */
function spansFor(rule: string, ranges: readonly DisabledRange[]): readonly Span[] {
  const merged: Span[] = [];
  const own = ranges.filter((range) => concerns(range, rule));
  for (const { start, end } of own.sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && start <= last.end) merged[merged.length - 1] = { ...last, end: Math.max(last.end, end) };
    else merged.push({ start, end });
  }
  return merged;
}

/** The index of the first item of a list for which `isBehind` holds, as it does for all after it; its length where there is none. */
function firstIndex<T>(list: readonly T[], isBehind: (item: T) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBehind(list[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
