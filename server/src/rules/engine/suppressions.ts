import type { DocumentModel } from '../../model/document-model';
import type { Span } from '../../text/span';

/** Whether a problem of this rule at this span is suppressed by a comment. */
export type Suppressions = (rule: string, span: Span) => boolean;

interface Range extends Span {
  /** Empty: every rule. */
  readonly rules: readonly string[];
}

/**
 * What the comments of a document suppress: `disable-next-line`, `disable-line`, `disable` up to `enable` or the end,
 * and `disable-file`, each for the rules it names or for all.
 * @returns undefined where there is none, so that nothing has to be asked
 */
export function suppressionsOf({ tree, directives }: DocumentModel): Suppressions | undefined {
  if (directives.length === 0) return undefined;
  const { text } = tree;
  const ranges: Range[] = [];
  const open: { start: number; rules: readonly string[] }[] = [];
  for (const { directive, chunk } of directives) {
    const start = tree.chunkStart(chunk) + directive.span.start;
    const end = tree.chunkStart(chunk) + directive.span.end;
    const rules = directive.names;
    switch (directive.kind) {
      case 'disable-file':
        ranges.push({ start: 0, end: text.length, rules });
        break;
      case 'disable-line':
        ranges.push({ ...lineAt(text, start), rules });
        break;
      case 'disable-next-line':
        ranges.push({ ...nextLine(text, end), rules });
        break;
      case 'disable':
        open.push({ start, rules });
        break;
      case 'enable':
        close(start, rules);
    }
  }
  close(text.length, []);
  return (rule, span) =>
    ranges.some(
      ({ start, end, rules }) =>
        start <= span.start && span.start <= end && (rules.length === 0 || rules.includes(rule)),
    );

  /** Ends the open ranges of these rules; an `enable` without rules ends them all. */
  function close(end: number, rules: readonly string[]): void {
    for (const range of open.splice(0)) {
      const ended = rules.length === 0 ? range.rules : range.rules.filter((rule) => rules.includes(rule));
      const left = range.rules.filter((rule) => !ended.includes(rule));
      if (rules.length === 0 || ended.length > 0) ranges.push({ start: range.start, end, rules: ended });
      if (left.length > 0 || (rules.length > 0 && range.rules.length === 0))
        open.push({ start: range.start, rules: left });
    }
  }
}

function lineAt(text: string, offset: number): Span {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const end = /[\r\n]|$/u.exec(text.slice(offset))!.index + offset;
  return { start: offset === 0 ? 0 : start, end };
}

/** The next line with something on it: formatters put blank lines around comments. */
function nextLine(text: string, offset: number): Span {
  const after = /^[^\r\n]*(?:\s*[\r\n]\s*)?/u.exec(text.slice(offset))!;
  return lineAt(text, offset + after[0].length);
}
