import type { Nodes } from 'mdast';
import type { DocumentModel } from '../model/document-model';
import { contentSpan, nodeSpan } from '../model/inline-source';
import type { SyntaxTree } from '../syntax/tree';
import { lineEnd, lineStart } from '../text/line';
import { shiftSpan, type Span } from '../text/span';
import { sectionAtOffset } from '../model/section-at';

const WORD = /[\p{L}\p{N}\p{M}_]+(?:[-'’.][\p{L}\p{N}\p{M}_]+)*/gu;

/**
 * What a selection at an offset grows to, step by step: the word, what stands around it in its block (a cell, its row, its
 * table; an item, its list), the body of the section, the section, those above it, the document. Each holds the one before
 * and more.
 */
export function selectionRanges(model: DocumentModel, offset: number): Span[] {
  const candidates = [
    ...wordAt(model, offset),
    ...(offset < model.tree.bodyStart ? inFrontMatter(model, offset) : inBlocks(model, offset)),
    ...inSections(model, offset),
    { start: 0, end: model.tree.length },
  ];
  const chain: Span[] = [];
  for (const span of candidates) {
    const last = chain.at(-1) ?? { start: offset, end: offset };
    const holds = span.start <= last.start && span.end >= last.end;
    if (holds && span.end - span.start > last.end - last.start) chain.push(span);
  }
  return chain.length > 0 ? chain : [{ start: offset, end: offset }];
}

function wordAt({ tree }: DocumentModel, offset: number): Span[] {
  const base = offset < tree.bodyStart ? 0 : tree.chunkStart(tree.chunkAt(offset));
  const text = tree.slice(base, base === 0 ? tree.chunkStart(1) : tree.chunkStart(tree.chunkAt(offset) + 1));
  const start = lineStart(text, offset - base);
  const line = text.slice(start, lineEnd(text, offset - base));
  return Array.from(line.matchAll(WORD), ({ 0: word, index }) =>
    shiftSpan({ start: index, end: index + word.length }, base + start),
  ).filter((word) => word.start <= offset && offset <= word.end);
}

/** The line, what stands between the fences, and the whole. */
function inFrontMatter({ tree }: DocumentModel, offset: number): Span[] {
  const head = tree.slice(0, tree.bodyStart);
  const line = { start: lineStart(head, offset), end: lineEnd(head, offset) };
  return [
    line,
    ...(tree.frontMatter ? [trimmed(tree, tree.frontMatter.contentSpan)] : []),
    { start: 0, end: head.trimEnd().length },
  ];
}

/** The nodes around an offset, the innermost first; of those with marks around them, first what is inside. */
function inBlocks(model: DocumentModel, offset: number): Span[] {
  const { tree } = model;
  const index = tree.chunkAt(offset);
  const chunk = tree.chunks[index]!;
  const inside = offset - tree.chunkStart(index);
  const around: Span[] = [];
  const visit = (node: Nodes): void => {
    if (!node.position) return;
    const span = nodeSpan(node);
    if (inside < span.start || inside > span.end) return;
    if ('children' in node) for (const child of node.children) visit(child);
    if (node.type === 'code') around.push(...codeIn(model, index, span));
    around.push(contentSpan(node, chunk.text));
    // The bar before a cell is that of its row.
    if (node.type !== 'tableCell') around.push(span);
  };
  for (const { node } of chunk.blocks) visit(node);
  return [
    ...around.map((span) => shiftSpan(span, tree.chunkStart(index))),
    ...wholeTable(model, index, offset),
  ];
}

function codeIn(model: DocumentModel, chunk: number, { start }: Span): Span[] {
  return model
    .facts(chunk)
    .fences.filter((fence) => fence.span.start === start)
    .map(({ codeSpan }) => codeSpan);
}

/** All slices of a long table. */
function wholeTable({ tree }: DocumentModel, chunk: number, offset: number): Span[] {
  const isTable = (index: number) => tree.chunks[index]?.blocks.at(-1)?.node.type === 'table';
  let first = chunk;
  let last = chunk;
  while (tree.chunks[first]!.continues && first > 0) first -= 1;
  while (tree.chunks[last + 1]?.continues) last += 1;
  if (first === last || !isTable(first)) return [];
  const start = tree.chunkStart(first) + nodeSpan(tree.chunks[first]!.blocks.at(-1)!.node).start;
  const end = tree.chunkStart(last) + nodeSpan(tree.chunks[last]!.blocks[0]!.node).end;
  return start <= offset && offset <= end ? [{ start, end }] : [];
}

/** The body of the section without blank lines around it, the section, and those above it. */
function inSections(model: DocumentModel, offset: number): Span[] {
  const innermost = sectionAtOffset(model, offset);
  if (!innermost) return [trimmed(model.tree, { start: model.tree.bodyStart, end: model.lineStart(0) })];
  const spans = [trimmed(model.tree, model.bodySpan(innermost))];
  for (let section = innermost as typeof innermost | undefined; section; section = section.parent)
    spans.push(trimmed(model.tree, model.sectionSpan(section)));
  return spans;
}

function trimmed(tree: SyntaxTree, { start, end }: Span): Span {
  const text = tree.slice(start, end);
  return { start: start + text.length - text.trimStart().length, end: start + text.trimEnd().length };
}
