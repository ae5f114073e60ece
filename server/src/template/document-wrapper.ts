import { toString } from 'mdast-util-to-string';
import type { Block } from '../syntax/chunk';
import type { SyntaxTree } from '../syntax/tree';
import type { DocumentShape } from '../model/document-shape';
import { foldTitle } from '../model/fold';
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
const HEADING = /^ {0,3}#{1,6}[ \t]+(\S.*)$/gmu;
const INTRODUCTION = /\btemplate\b|^\W*(?:please\s+)?(?:copy|fill)\b/iu;
const LONGEST_INTRODUCTION = 400;

/**
 * What may be the wrapper of a document; whether it is one, `isWrapped` tells, for which the document has to be read again.
 * An example in a fence seldom comes so far: a heading in it must be one of a template, and must not stand in the document.
 */
export function findWrapper(
  tree: SyntaxTree,
  outside: DocumentShape,
  schemas: readonly Schema[],
): DocumentWrapper | undefined {
  const fence = openingFence(tree);
  if (!fence) return undefined;
  const known = new Set(outside.sections.map(({ folded }) => folded));
  const isHidden = (folded: string) =>
    !known.has(folded) && schemas.some((schema) => slotsFor(schema, folded).length > 0);
  if (!fence.titles.some(isHidden)) return undefined;
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

interface Fence {
  /** Where its opening line starts, absolute. */
  readonly start: number;
  /** Where what introduces it starts, absolute. */
  readonly introduction: number;
  /** The titles in it up to where Markdown ends it, folded. */
  readonly titles: readonly string[];
}

/** The fence that a document seems to stand in. It is looked for after each edit, so without the text as a whole. */
function openingFence(tree: SyntaxTree): Fence | undefined {
  let headings = 0;
  const before: { readonly block: Block; readonly start: number }[] = [];
  for (const [index, { blocks, text }] of tree.chunks.entries()) {
    for (const block of blocks) {
      const { node } = block;
      const start = tree.chunkStart(index) + lineStart(text, nodeSpan(node).start);
      if (node.type === 'code') {
        if (!LANGUAGE.test(node.lang ?? '')) return undefined;
        const titles = Array.from(node.value.matchAll(HEADING), ([, title]) => foldTitle(title!));
        const last = before.findLastIndex((each) => !isIntroduction(each.block));
        return { start, introduction: before[last + 1]?.start ?? start, titles };
      }
      if (node.type === 'heading') headings += 1;
      if (headings > MOST_BEFORE) return undefined;
      before.push({ block, start });
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
