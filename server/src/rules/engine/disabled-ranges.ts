import type { DirectiveKind } from '../../model/directive';
import type { DocumentModel } from '../../model/document-model';
import type { SyntaxTree } from '../../syntax/tree';
import { lineEnd, lineStart } from '../../text/line';
import { shiftSpan, type Span } from '../../text/span';

/** A comment that disables or enables rules. */
export interface Comment {
  readonly kind: Exclude<DirectiveKind, 'template'>;
  /** Empty: every rule. */
  readonly names: readonly string[];
  /** Absolute. */
  readonly span: Span;
  /** Of a `disable`, the `enable`s that end it or a part of it; and the reverse. */
  readonly partners: Set<Comment>;
}

interface Rules {
  /** Empty: every rule but those in `except`. */
  readonly rules: readonly string[];
  readonly except: readonly string[];
}

/** Where a comment disables rules; absolute. */
export interface DisabledRange extends Span, Rules {
  readonly comment: Comment;
}

/**
 * Where the comments of a document disable rules: `disable-next-line`, `disable-line`, `disable` up to `enable` or the
 * end, and `disable-file`, each for the rules it names or for all.
 */
export function disabledRanges({ tree, directives }: DocumentModel): {
  comments: Comment[];
  ranges: DisabledRange[];
} {
  const comments: Comment[] = [];
  const ranges: DisabledRange[] = [];
  const open: (Rules & { comment: Comment; start: number })[] = [];
  for (const { directive, chunk } of directives) {
    const { kind, names } = directive;
    if (kind === 'template') continue;
    const span = shiftSpan(directive.span, tree.chunkStart(chunk));
    const comment = { kind, names, span, partners: new Set<Comment>() };
    comments.push(comment);
    const disable = (range: Span) => ranges.push({ ...range, rules: names, except: [], comment });
    switch (kind) {
      case 'disable-file':
        disable({ start: 0, end: tree.length });
        break;
      case 'disable-line':
        disable(lineAt(tree, chunk, directive.span.start));
        break;
      case 'disable-next-line':
        disable(nextLine(tree, chunk, directive.span.end));
        break;
      case 'disable':
        open.push({ start: span.start, rules: names, except: [], comment });
        break;
      case 'enable':
        enable(comment);
    }
  }
  for (const range of open) ranges.push({ ...range, end: tree.length });
  return { comments, ranges };

  /** Ends the open ranges for the rules it names, and goes on for the others; without names it ends them all. */
  function enable(by: Comment): void {
    const end = by.span.start;
    for (const range of open.splice(0)) {
      const { rules, except, comment } = range;
      const isEnded = (rule: string) => (rules.length === 0 ? !except.includes(rule) : rules.includes(rule));
      if (by.names.length > 0 && !by.names.some(isEnded)) {
        open.push(range);
        continue;
      }
      ranges.push({ ...range, end });
      comment.partners.add(by);
      by.partners.add(comment);
      if (by.names.length === 0) continue;
      const left = rules.filter((rule) => !by.names.includes(rule));
      if (rules.length === 0) open.push({ ...range, start: end, except: [...except, ...by.names] });
      else if (left.length > 0) open.push({ ...range, start: end, rules: left });
    }
  }
}

/** The line that holds an offset of a chunk, absolute; a chunk is made of whole lines. */
function lineAt(tree: SyntaxTree, chunk: number, offset: number): Span {
  const { text } = tree.chunks[chunk]!;
  return shiftSpan({ start: lineStart(text, offset), end: lineEnd(text, offset) }, tree.chunkStart(chunk));
}

/** The next line with something on it: formatters put blank lines around comments. */
function nextLine(tree: SyntaxTree, chunk: number, offset: number): Span {
  let behind = lineEnd(tree.chunks[chunk]!.text, offset);
  for (let index = chunk; index < tree.chunks.length; index++) {
    const found = tree.chunks[index]!.text.slice(behind).search(/\S/u);
    if (found >= 0) return lineAt(tree, index, behind + found);
    behind = 0;
  }
  return { start: tree.length, end: tree.length };
}
