import { relevelled, subtreeSpan, usesRules } from '../../rules/engine/section-edits';
import { closingRule } from '../../template/root-blocks';
import { placeOf } from '../../template/place';
import type { Slot } from '../../template/schema';
import type { Section } from '../../model/section';
import { lineEnd, lineStart, withEol } from '../../text/line';
import { stopsIn } from '../blanks';
import type { Stop } from '../snippet-text';
import type { Cursor } from './cursor';

/** More stops would keep the tab key from its work for too long. */
const MOST_STOPS = 24;

const stopsOf = new WeakMap<Slot, { readonly text: string; readonly stops: readonly Stop[] }>();

/** A section of a template as it is to be written on the line of a cursor. */
export interface SectionText {
  readonly text: string;
  readonly stops: readonly Stop[];
}

/**
 * The section of a slot for the line of the cursor: at the level of the document, with blank lines around it and with a rule
 * where the document parts its sections by rules; the heading alone where what follows the line is to be its body.
 * @param template the section as the template has it, with the right number
 */
export function sectionText(cursor: Cursor, slot: Slot, template: string): SectionText {
  const { eol, bare } = cursor;
  const { shift } = bare.alignment;
  const isHeadingOnly = hasBody(cursor, slot.level + shift);
  const source = isHeadingOnly ? template.slice(0, lineEnd(template, 0)) : template;
  const content = withEol(relevelled(source, shift), eol);
  let stops = stopsOf.get(slot);
  if (stops?.text !== content) stopsOf.set(slot, (stops = { text: content, stops: stopsIn(content) }));
  const { before, behind } = around(cursor, slot);
  const moved = stops.stops
    .slice(0, MOST_STOPS)
    .map(({ span, choices }) => ({
      span: { start: span.start + before.length, end: span.end + before.length },
      choices,
    }));
  return { text: before + content + behind, stops: moved };
}

/** Whether there is something below the line that a heading on it would have as its own: words, or deeper headings. */
function hasBody({ bare, line }: Cursor, level: number): boolean {
  const { model } = bare;
  const next = model.shape.sections.find(({ ordinal }) => model.lineStart(ordinal) > line.start);
  if (next && next.level > level) return true;
  const end = next ? model.lineStart(next.ordinal) : model.tree.length;
  const between = model.tree.slice(line.start, end).replace(/<!--[\s\S]*?-->/gu, '');
  return /[^\s*_-]/u.test(between);
}

/** What parts the section from what stands above and below the line. */
function around({ bare, line, eol }: Cursor, slot: Slot): { before: string; behind: string } {
  const { tree, shape } = bare.model;
  const { text } = tree;
  const above = text.slice(0, line.start).replace(/(?:\r\n|\n|\r)$/u, '');
  const below = /^(?:\r\n|\n|\r)([^\r\n]*)/u.exec(text.slice(line.start))?.[1];
  let before = above.slice(lineStart(above, above.length)).trim() === '' ? '' : eol;
  let behind = below === undefined || below.trim() === '' ? '' : eol;
  const isFirst = shape.sections.every(
    ({ ordinal }) => bare.model.lineStart(ordinal) > line.start || bare.alignment.title?.ordinal === ordinal,
  );
  if (slot.parent || isFirst || !usesRules(bare)) return { before, behind };
  const isRuled = closingRule(tree, { start: tree.bodyStart, end: line.start }) !== undefined;
  const rest = text.slice(line.start).trimStart();
  if (!isRuled) before += `---${eol}${eol}`;
  else if (rest !== '' && !/^(?:-{3,}|\*{3,}|_{3,})[ \t]*[\r\n]/u.test(rest))
    behind = `${eol}${eol}---${behind}`;
  return { before, behind };
}

/**
 * Whether a section of a slot may stand on the line of the cursor: behind those before it in the template, before those that
 * follow, and where it takes no subsections from another.
 */
export function belongsHere({ bare, line }: Cursor, slot: Slot, under: Section | undefined): boolean {
  const { model, alignment } = bare;
  const { after, before } = placeOf(alignment, slot, under);
  const next = model.shape.sections.find(({ ordinal }) => model.lineStart(ordinal) > line.start);
  if (next && next.level > slot.level + alignment.shift) return false;
  if (before && model.lineStart(before.ordinal) < line.start) return false;
  const above = after ?? under ?? alignment.title;
  if (above && model.lineStart(above.ordinal) > line.start) return false;
  return !under || subtreeSpan(bare, under).end >= line.start;
}
