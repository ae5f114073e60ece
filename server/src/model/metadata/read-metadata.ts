import type { Paragraph } from 'mdast';
import type { Chunk } from '../../syntax/chunk';
import { isBodyBlock, readBodyBlock } from './body-block';
import { isBoldBlock, readBoldLines } from './bold-lines';
import type { FieldFact } from './field';
import { readFieldList } from './field-list';
import { readFieldTable } from './field-table';
import { readPlainLines } from './plain-lines';
import { readYamlFence } from './yaml-fence';

/** What a chunk has of metadata, should it stand where metadata stands. Spans are relative to the chunk. */
export function readMetadata(chunk: Chunk): FieldFact[] {
  return chunk.blocks.flatMap((block) => {
    const { node } = block;
    switch (node.type) {
      case 'heading':
        if (isBoldBlock(node, chunk.text)) return readBoldLines(node, chunk.text);
        return isBodyBlock(node, chunk.text) ? readBodyBlock(node, chunk.text) : [];
      case 'paragraph':
        return readParagraph(node, chunk.text);
      case 'blockquote':
        return node.children.flatMap((child) =>
          child.type === 'paragraph' ? readParagraph(child, chunk.text) : [],
        );
      case 'table':
        return readFieldTable(node, block, chunk.text);
      case 'list':
        return readFieldList(node, chunk.text);
      case 'code':
        return readYamlFence(node, chunk.text);
      default:
        return [];
    }
  });
}

function readParagraph(paragraph: Paragraph, source: string): FieldFact[] {
  const bold = readBoldLines(paragraph, source);
  return bold.length > 0 ? bold : readPlainLines(paragraph, source);
}
