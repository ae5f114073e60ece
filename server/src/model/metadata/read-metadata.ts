import type { Chunk } from '../../syntax/chunk';
import { isBodyBlock, readBodyBlock } from './body-block';
import { readBoldLines } from './bold-lines';
import type { FieldFact } from './field';
import { readFieldList } from './field-list';
import { readFieldTable } from './field-table';

/** What a chunk has of metadata, should it stand where metadata stands. Spans are relative to the chunk. */
export function readMetadata(chunk: Chunk): FieldFact[] {
  return chunk.blocks.flatMap((block) => {
    const { node } = block;
    if (isBodyBlock(node, chunk.text)) return readBodyBlock(node, chunk.text);
    switch (node.type) {
      case 'paragraph':
        return readBoldLines(node, chunk.text);
      case 'table':
        return readFieldTable(node, block, chunk.text);
      case 'list':
        return readFieldList(node, chunk.text);
      default:
        return [];
    }
  });
}
