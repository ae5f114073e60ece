import type { DocumentModel } from '../../../model/document-model';
import { shiftSpan } from '../../../text/span';
import type { FieldBlock } from './field-blocks';
import type { TargetDialect } from './written-field';

/** Whether a comment silences a rule on lines of metadata, which it would no longer reach once they are written otherwise. */
export function isSilenced(
  model: DocumentModel,
  blocks: readonly FieldBlock[],
  dialect: TargetDialect,
): boolean {
  const { tree } = model;
  const comments = model.directives.map(({ directive, chunk }) => ({
    kind: directive.kind,
    span: shiftSpan(directive.span, tree.chunkStart(chunk)),
  }));
  return blocks.some(({ span }) => {
    const isOnLines = comments.some(
      (comment) =>
        /^disable-(?:next-)?line$/u.test(comment.kind) &&
        comment.span.start <= span.end &&
        (comment.span.end >= span.start || tree.slice(comment.span.end, span.start).trim() === ''),
    );
    const last = comments.findLast(
      (comment) => comment.span.end <= span.start && /^(?:disable|enable)$/u.test(comment.kind),
    );
    return isOnLines || (dialect === 'front-matter' && last?.kind === 'disable');
  });
}
