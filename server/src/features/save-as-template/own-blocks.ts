import type { RootContent } from 'mdast';
import type { DocumentModel } from '../../model/document-model';
import { nodeSpan } from '../../model/inline-source';
import { isBodyBlock } from '../../model/metadata/body-block';
import type { Chunk } from '../../syntax/chunk';
import { shiftSpan, type Span } from '../../text/span';

/** A block of a document that is no heading. */
export interface OwnBlock {
  readonly node: RootContent;
  readonly chunk: Chunk;
  /** Whether it goes on with a long list or table. */
  readonly continues: boolean;
  /** Absolute. */
  readonly span: Span;
}

/** The blocks before the first heading, then those under each heading before the next. */
export function blocksBySection({ tree, shape }: DocumentModel): OwnBlock[][] {
  const found: OwnBlock[][] = [[], ...shape.sections.map(() => [])];
  let at = 0;
  tree.chunks.forEach((chunk, index) => {
    for (const { node, continues } of chunk.blocks) {
      if (node.type === 'heading' && !isBodyBlock(node, chunk.text)) at += 1;
      else
        found[at]!.push({ node, chunk, continues, span: shiftSpan(nodeSpan(node), tree.chunkStart(index)) });
    }
  });
  return found;
}
