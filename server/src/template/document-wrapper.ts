import { toString } from 'mdast-util-to-string';
import type { Block } from '../syntax/chunk';
import type { SyntaxTree } from '../syntax/tree';
import type { DocumentShape } from '../model/document-shape';
import { nodeSpan } from '../model/inline-source';
import { lineEnd, lineStart } from '../text/line';
import type { Span } from '../text/span';
import { slotsFor } from './candidates';
import type { Schema } from './schema';
import { blanked, closingFence } from './unwrap';

/** The fence of a published template, copied with it, so that Markdown reads the document as code. */
export interface DocumentWrapper {
  /** The lines that are no part of the document, their line endings included, in order; absolute. */
  readonly cuts: readonly Span[];
  /** The text with those lines blanked: every offset is as it was. */
  readonly text: string;
}

/** More headings than these do not stand before a template in a fence: its own title, and `## Template`. */
const MOST_BEFORE = 2;
/** Fewer sections than this that the fence alone hides may be an example, unless the template's first is among them. */
const LEAST_HIDDEN = 3;
const LEAST_FROM_FIRST = 2;
const LANGUAGE = /^(?:markdown|md)$/iu;
const HEADINGS = /^ {0,3}#{1,6}[ \t]+\S/gmu;
const INTRODUCTION = /\btemplate\b|^\W*(?:please\s+)?(?:copy|fill)\b/iu;
const LONGEST_INTRODUCTION = 400;

/** What may be the wrapper of a document; whether it is one, `isWrapped` tells. */
export function findWrapper(tree: SyntaxTree): DocumentWrapper | undefined {
  const fence = openingFence(tree);
  if (!fence) return undefined;
  const { text } = tree;
  const closing = closingFence(text, { start: fence.start, end: lineEnd(text, fence.start) });
  const cuts = [{ start: fence.introduction, end: fence.start }, ...(closing ? [closing] : [])].map(
    ({ start, end }) => wholeLines(text, start, end),
  );
  return { cuts, text: blanked(text, cuts) };
}

/** Whether a fence hides the sections of a document: without it there are many that are not there with it, and none is lost. */
export function isWrapped(inside: DocumentShape, outside: DocumentShape, schema: Schema): boolean {
  const slotsIn = ({ sections }: DocumentShape) =>
    new Set(sections.flatMap(({ folded }) => slotsFor(schema, folded)).filter(({ repeat }) => !repeat));
  const [now, then] = [slotsIn(outside), slotsIn(inside)];
  const hidden = [...then].filter((slot) => !now.has(slot));
  const least = hidden.includes(schema.slots[0]!) ? LEAST_FROM_FIRST : LEAST_HIDDEN;
  return hidden.length >= Math.min(least, schema.allSlots.length) && [...now].every((slot) => then.has(slot));
}

/** The fence that a document seems to stand in, and where what introduces it starts; absolute. */
function openingFence(tree: SyntaxTree): { start: number; introduction: number } | undefined {
  let headings = 0;
  let introduction: number | undefined;
  for (const [index, chunk] of tree.chunks.entries()) {
    for (const block of chunk.blocks) {
      const { node } = block;
      const at = tree.chunkStart(index) + nodeSpan(node).start;
      const start = Math.max(tree.bodyStart, lineStart(tree.text, at));
      if (node.type === 'code') {
        const isFence = LANGUAGE.test(node.lang ?? '') && (node.value.match(HEADINGS)?.length ?? 0) > 1;
        return isFence ? { start, introduction: introduction ?? start } : undefined;
      }
      if (node.type === 'heading') headings += 1;
      if (headings > MOST_BEFORE) return undefined;
      introduction = isIntroduction(block) ? (introduction ?? start) : undefined;
    }
  }
  return undefined;
}

/** Whether a block speaks of the template, not of what the document is about. */
function isIntroduction({ node }: Block): boolean {
  if (node.type === 'thematicBreak') return true;
  if (node.type !== 'heading' && node.type !== 'paragraph') return false;
  const words = toString(node);
  return words.length <= LONGEST_INTRODUCTION && INTRODUCTION.test(words);
}

function wholeLines(text: string, start: number, end: number): Span {
  const behind = lineEnd(text, end);
  const eol = /^(?:\r\n|\n|\r)?/u.exec(text.slice(behind, behind + 2))![0];
  return { start, end: behind + eol.length };
}
