import { t } from '@vscode/l10n';
import type { DocumentModel } from '../../model/document-model';
import { nodeSpan } from '../../model/inline-source';
import { dominantEol, lineStart } from '../../text/line';
import type { Span } from '../../text/span';
import type { Fix } from './rule';

/**
 * Silences a rule where a problem stands: by a comment on the line before or, inside a block that a comment would break
 * in two, by a pair of comments around the block.
 */
export function disableNextLine(model: DocumentModel, rule: string, problem: Span): Fix {
  const { tree } = model;
  const title = t('Disable "{0}" here', rule);
  if (problem.start < tree.bodyStart) return { ...disableInFile(model, rule), title };
  const eol = dominantEol(tree.text);
  const block = blockAround(model, problem.start);
  const isFirstLine = !/[\r\n]/u.test(tree.text.slice(block.start, problem.start));
  if (isFirstLine)
    return { title, edits: [insertion(block.start, `<!-- specwright-disable-next-line ${rule} -->${eol}`)] };
  return {
    title,
    edits: [
      insertion(block.start, `<!-- specwright-disable ${rule} -->${eol}${eol}`),
      insertion(block.end, `${eol}${eol}<!-- specwright-enable ${rule} -->`),
    ],
  };
}

/** Silences a rule in the whole document, by a comment at its top. */
export function disableInFile(model: DocumentModel, rule: string): Fix {
  const eol = dominantEol(model.tree.text);
  const comment = `<!-- specwright-disable-file ${rule} -->${eol}${eol}`;
  return { title: t('Disable "{0}" in this file', rule), edits: [insertion(model.tree.bodyStart, comment)] };
}

function insertion(offset: number, newText: string) {
  return { span: { start: offset, end: offset }, newText };
}

/** The root block around an offset, with all slices of a long list or table, from the start of its line; absolute. */
function blockAround({ tree }: DocumentModel, offset: number): Span {
  let first = tree.chunkAt(offset);
  const inside = offset - tree.chunkStart(first);
  const blocks = tree.chunks[first]!.blocks;
  const block = blocks.findLast(({ node }) => nodeSpan(node).start <= inside) ?? blocks[0];
  if (!block) return { start: offset, end: offset };
  const isFirst = block === blocks[0];
  const isLast = block === blocks.at(-1);
  let last = first;
  if (isFirst) while (first > 0 && tree.chunks[first]!.continues) first -= 1;
  if (isLast) while (tree.chunks[last + 1]?.continues) last += 1;
  const startBlock = first === last ? block : tree.chunks[first]!.blocks.at(-1)!;
  const endBlock = first === last ? block : tree.chunks[last]!.blocks[0]!;
  const start = tree.chunkStart(first) + nodeSpan(startBlock.node).start;
  return {
    start: Math.max(tree.bodyStart, lineStart(tree.text, start)),
    end: tree.chunkStart(last) + nodeSpan(endBlock.node).end,
  };
}
