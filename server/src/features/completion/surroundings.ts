import type { Nodes } from 'mdast';
import type { DocumentModel } from '../../model/document-model';
import { nodeSpan } from '../../model/inline-source';
import { endsOpen } from '../../template/root-blocks';
import { lineEnd, lineStart } from '../../text/line';

/**
 * What a place of a document is part of. `blank`: of no block; `fence`: of the line that opens fenced code; `opaque`: of code,
 * a comment, HTML, math or the target of a link, in which nothing of a spec is written.
 */
export type Surroundings =
  'front-matter' | 'blank' | 'heading' | 'paragraph' | 'list' | 'quote' | 'table' | 'fence' | 'opaque';

/** Formulas are shorter, in UTF-16 units. */
const LONGEST_MATH = 2000;

/** What surrounds an offset. */
export function surroundingsAt(model: DocumentModel, offset: number): Surroundings {
  const { tree } = model;
  if (offset < tree.bodyStart) {
    const content = tree.frontMatter?.contentSpan;
    return content && content.start <= offset && offset <= content.end ? 'front-matter' : 'opaque';
  }
  const chunk = tree.chunkAt(offset);
  const { blocks } = tree.chunks[chunk]!;
  const inside = offset - tree.chunkStart(chunk);
  const root = blocks.findLast(({ node }) => nodeSpan(node).start <= inside)?.node;
  const around = outsideMath(model, chunk, root, inside);
  return around !== 'opaque' && isInMath(model, offset) ? 'opaque' : around;
}

function outsideMath(
  model: DocumentModel,
  chunk: number,
  root: Nodes | undefined,
  inside: number,
): Surroundings {
  const { text } = model.tree.chunks[chunk]!;
  if (!root) return 'blank';
  if (holds(root, inside, text)) return surroundingsIn(root, inside, text);
  return nodeSpan(root).end < inside && goesOn(model, chunk, root) ? 'opaque' : 'blank';
}

/** Whether all that follows a block would be part of it, since it is the last and nothing has closed it. */
function goesOn({ tree }: DocumentModel, chunk: number, root: Nodes): boolean {
  return (root.type === 'code' || root.type === 'html') && chunk === tree.chunks.length - 1 && endsOpen(tree);
}

function surroundingsIn(root: Nodes, offset: number, text: string): Surroundings {
  let place: Surroundings = 'paragraph';
  let node: Nodes | undefined = root;
  while (node) {
    switch (node.type) {
      case 'code':
        return isOpeningLine(node, offset, text) ? 'fence' : 'opaque';
      case 'html':
      case 'inlineCode':
      case 'image':
      case 'definition':
      case 'footnoteReference':
      case 'thematicBreak':
        return 'opaque';
      case 'link':
      case 'linkReference': {
        const last = node.children.at(-1);
        if (last && (!last.position || nodeSpan(last).end < offset)) return 'opaque';
        break;
      }
      case 'heading':
      case 'list':
      case 'table':
        place = node.type;
        break;
      case 'blockquote':
        place = 'quote';
    }
    node = 'children' in node ? node.children.find((child) => holds(child, offset, text)) : undefined;
  }
  return place;
}

/** Whether a cursor at an offset is in a node: right behind a block, but not right behind a closed piece of a paragraph. */
function holds(node: Nodes, offset: number, text: string): boolean {
  if (!node.position) return false;
  const { start, end } = nodeSpan(node);
  switch (node.type) {
    case 'inlineCode':
    case 'link':
    case 'linkReference':
    case 'image':
    case 'footnoteReference':
      return start < offset && offset < end;
    case 'html':
      return start < offset && (offset < end || !text.slice(start, end).trimEnd().endsWith('>'));
    case 'paragraph':
    case 'heading':
    case 'tableRow':
    case 'tableCell':
    case 'table':
    case 'list':
    case 'listItem':
    case 'blockquote':
      // White space behind the last word is no part of the node.
      return start <= offset && offset <= lineEnd(text, end);
    default:
      return start <= offset && offset <= end;
  }
}

/** Whether an offset is on the line that opens fenced code; another fence that opens there is no such line. */
function isOpeningLine(node: Nodes, offset: number, text: string): boolean {
  const { start } = nodeSpan(node);
  return /^(?:`{3}|~{3})/u.test(text.slice(start, start + 3)) && offset <= lineEnd(text, start);
}

/** Whether an offset is between two `$` with words right beside them, or behind a `$$` that no other follows. */
function isInMath({ tree }: DocumentModel, offset: number): boolean {
  const line = tree.text.slice(lineStart(tree.text, offset), offset);
  const plain = line.replace(/\$\$|\\\$/gu, '').replace(/\$(?![\s\d])[^$]*[^\s$]\$(?!\d)/gu, '');
  if (/\$(?![\s\d])[^$]*$/u.test(plain)) return true;
  const before = tree.text.slice(Math.max(tree.bodyStart, offset - LONGEST_MATH), offset);
  if (!before.includes('$$')) return false;
  const prose = before.replace(/^[ \t]*(`{3,}|~{3,})[^]*?^[ \t]*\1/gmu, '');
  const marks = prose.match(/^[ \t]*\$\$|\$\$[ \t]*$/gmu) ?? [];
  return marks.length % 2 === 1;
}
