import type { DocumentModel } from '../../model/document-model';
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
  return (rule, span) =>
    ranges.some(
      ({ start, end, rules, except }) =>
        start <= span.start &&
        span.start <= end &&
        (rules.length === 0 ? !except.includes(rule) : rules.includes(rule)),
    );

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
