import { nodeSpan } from '../model/inline-source';
import { disabledRanges } from '../rules/engine/disabled-ranges';
import type { DocumentModel } from '../model/document-model';
import type { Span } from '../text/span';
import type { Spec } from '../workspace/spec';

/** What can be folded away, the most useful first: where an editor takes few, it gets these. */
export type FoldKind = 'section' | 'table' | 'fence' | 'front-matter' | 'comment' | 'region';

/** A stretch that folds to its first line. */
export interface Fold {
  readonly kind: FoldKind;
  /** From its first line to the end of its last, blank lines at its end left out; absolute. */
  readonly span: Span;
}

/** What an editor that folds Markdown by itself does not know: the front matter, and where comments silence rules. */
export const BEYOND_MARKDOWN: ReadonlySet<FoldKind> = new Set(['front-matter', 'region']);

/** Everything of a document that spans several lines and can be folded, in document order. */
export function foldsOf({ model }: Pick<Spec, 'model'>): Fold[] {
  const { tree } = model;
  const folds = [
    ...frontMatter(model),
    ...model.shape.sections.map((section): Fold => ({ kind: 'section', span: model.sectionSpan(section) })),
    ...tables(model),
    ...model.content.fences.map((_, index): Fold => ({
      kind: 'fence',
      span: model.contentSpan('fences', index),
    })),
    ...comments(model),
    ...regions(model),
  ];
  return folds
    .map(({ kind, span }) => ({ kind, span: { start: span.start, end: endOfText(span) } }))
    .filter(({ span }) => /[\r\n]/u.test(tree.slice(span.start, span.end)))
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);

  function endOfText({ start, end }: Span): number {
    return start + tree.slice(start, end).trimEnd().length;
  }
}

function frontMatter({ tree }: DocumentModel): Fold[] {
  if (!tree.frontMatter) return [];
  const head = tree.slice(0, tree.bodyStart);
  return [{ kind: 'front-matter', span: { start: head.search(/\S/u), end: head.length } }];
}

/** A long table is read in slices, which are folded together. */
function tables(model: DocumentModel): Fold[] {
  const folds: { kind: 'table'; span: Span }[] = [];
  model.content.tables.forEach(({ fact }, index) => {
    const span = model.contentSpan('tables', index);
    const last = folds.at(-1);
    if (fact.headerRow === undefined && last) last.span = { start: last.span.start, end: span.end };
    else folds.push({ kind: 'table', span });
  });
  return folds;
}

/** Comments of several lines that stand by themselves. */
function comments({ tree }: DocumentModel): Fold[] {
  return tree.chunks.flatMap(({ blocks, text }, index) => {
    if (!text.includes('<!--')) return [];
    const base = tree.chunkStart(index);
    return blocks.flatMap(({ node }): Fold[] => {
      const { start, end } = nodeSpan(node);
      const isComment = node.type === 'html' && node.value.trimStart().startsWith('<!--');
      return isComment ? [{ kind: 'comment', span: { start: base + start, end: base + end } }] : [];
    });
  });
}

/** From a comment that disables rules to the one that enables them again. */
function regions(model: DocumentModel): Fold[] {
  return disabledRanges(model).comments.flatMap(({ kind, span, partners }): Fold[] => {
    const end = kind === 'disable' ? [...partners].at(-1) : undefined;
    return end ? [{ kind: 'region', span: { start: span.start, end: end.span.end } }] : [];
  });
}
