import type { DocumentModel } from '../../model/document-model';
import { lineEnd, lineStart } from '../../text/line';
import type { Span } from '../../text/span';

/** Whether a problem of this rule at this span is suppressed by a comment. */
export type Suppressions = (rule: string, span: Span) => boolean;

interface Rules {
  /** Empty: every rule but those in `except`. */
  readonly rules: readonly string[];
  readonly except: readonly string[];
}

type Range = Span & Rules;

/**
 * What the comments of a document suppress: `disable-next-line`, `disable-line`, `disable` up to `enable` or the end,
 * and `disable-file`, each for the rules it names or for all.
 * @returns undefined where there is none, so that nothing has to be asked
 */
export function suppressionsOf({ tree, directives }: DocumentModel): Suppressions | undefined {
  if (directives.length === 0) return undefined;
  const { text } = tree;
  const ranges: Range[] = [];
  const open: (Rules & { start: number })[] = [];
  for (const { directive, chunk } of directives) {
    const start = tree.chunkStart(chunk) + directive.span.start;
    const end = tree.chunkStart(chunk) + directive.span.end;
    const rules = directive.names;
    const except: readonly string[] = [];
    switch (directive.kind) {
      case 'disable-file':
        ranges.push({ start: 0, end: text.length, rules, except });
        break;
      case 'disable-line':
        ranges.push({ ...lineAt(text, start), rules, except });
        break;
      case 'disable-next-line':
        ranges.push({ ...nextLine(text, end), rules, except });
        break;
      case 'disable':
        open.push({ start, rules, except });
        break;
      case 'enable':
        close(start, rules);
    }
  }
  close(text.length, []);
  const known = new Map<string, readonly Span[]>();
  return (rule, { start }) => {
    let spans = known.get(rule);
    if (!spans) known.set(rule, (spans = spansFor(rule, ranges)));
    const last = spans[countUpTo(spans, start) - 1];
    return last !== undefined && start <= last.end;
  };

  /** Ends the open ranges for these rules, and goes on for the others; an `enable` without rules ends them all. */
  function close(end: number, enabled: readonly string[]): void {
    for (const { start, rules, except } of open.splice(0)) {
      ranges.push({ start, end, rules, except });
      if (enabled.length === 0) continue;
      const left = rules.filter((rule) => !enabled.includes(rule));
      if (rules.length === 0) open.push({ start: end, rules, except: [...except, ...enabled] });
      else if (left.length > 0) open.push({ start: end, rules: left, except });
    }
  }
}

/** Where a rule is suppressed: in order, and none within another. */
function spansFor(rule: string, ranges: readonly Range[]): readonly Span[] {
  const merged: Span[] = [];
  const own = ranges.filter(({ rules, except }) =>
    rules.length === 0 ? !except.includes(rule) : rules.includes(rule),
  );
  for (const { start, end } of own.sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && start <= last.end) merged[merged.length - 1] = { ...last, end: Math.max(last.end, end) };
    else merged.push({ start, end });
  }
  return merged;
}

/** How many of the spans, which are in order, start at or before an offset. */
function countUpTo(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function lineAt(text: string, offset: number): Span {
  return { start: lineStart(text, offset), end: lineEnd(text, offset) };
}

/** The next line with something on it: formatters put blank lines around comments. */
function nextLine(text: string, offset: number): Span {
  let next = lineEnd(text, offset);
  while (next < text.length && /\s/u.test(text[next]!)) next += 1;
  return lineAt(text, next);
}
