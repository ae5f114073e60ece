import { chunkFacts } from '../../model/chunk-facts';
import type { DocumentModel } from '../../model/document-model';
import type { HeadingFact } from '../../model/heading';
import type { Section } from '../../model/section';
import { SyntaxTree } from '../../syntax/tree';
import type { Misplaced } from '../../template/align';
import { isInside, placeOf, type Place } from '../../template/place';
import { closingRule, endsOpen, leadStart, lineStartOf } from '../../template/root-blocks';
import type { Slot } from '../../template/schema';
import { applyEdits, type TextEdit } from '../../text/edit';
import { dominantEol, withEol } from '../../text/line';
import { shiftSpan, type Span } from '../../text/span';
import type { Spec } from '../../workspace/spec';

/** A heading with an underline, or a rule: what must not come right below a line of text. */
const NEEDS_BLANK_LINE =
  /^[^\r\n]*(?:\r\n|\n|\r) {0,3}(?:=+|-+)[ \t]*(?:[\r\n]|$)|^ {0,3}-(?:[ \t]*-)*[ \t]*(?:[\r\n]|$)/u;

/**
 * Inserts the section of a slot in its place, with its guidance and its subsections.
 * @param text what to insert, where it is not the template's text of the section
 * @param after the sibling to insert it behind, where it is not to go to its place
 * @returns undefined where it would go into a fence or a comment that nobody has closed
 */
export function insertSection(
  spec: Spec,
  slot: Slot,
  under: Section | undefined,
  { text = slot.text, after }: { readonly text?: string; readonly after?: Section | undefined } = {},
): TextEdit | undefined {
  const { tree } = spec.model;
  const place = after ? { after, before: undefined } : placeOf(spec.alignment, slot, under);
  const offset = offsetFor(spec, place, under);
  if (offset === tree.length && endsOpen(tree)) return undefined;
  return insertion(spec, relevelled(text, spec.alignment.shift), offset, under === undefined);
}

/** Moves a section with all in it to its place, at the level that it has there; no edits where that cannot be done. */
export function moveSection(spec: Spec, { section, slot, under }: Misplaced): TextEdit[] {
  const { model, alignment } = spec;
  const { tree } = model;
  const { text } = tree;
  const span = subtreeSpan(spec, section);
  const offset = offsetFor(spec, placeOf(alignment, slot, under, section), under);
  if (offset >= span.start && offset <= span.end) return [];
  if ((span.end === text.length || offset === text.length) && endsOpen(tree)) return [];
  const rule = closingRule(tree, span);
  const content = text.slice(span.start, rule?.start ?? span.end).trimEnd();
  const moved = relevelled(content, slot.level + alignment.shift - section.level);
  const left = withRule(spec, span, rule, under === undefined);
  return [deletion(text, left), insertion(spec, moved, offset, under === undefined)];
}

/** Removes a section that is the author's own, with all in it; at the end of the document also the rule that parts it off. */
export function removeSection({ model, wrapper }: Spec, section: Section): TextEdit {
  const { tree } = model;
  const start = startOf(model, section.ordinal);
  const end = leadStart(tree, model.sectionSpan(section).end);
  const rule = end === tree.length ? closingRule(tree, { start: tree.bodyStart, end: start }) : undefined;
  const span = { start: rule ? lineStartOf(tree.text, rule.start) : start, end };
  // The blank before it may be the end of a wrapper, which goes by itself.
  return wrapper ? { span, newText: '' } : deletion(tree.text, span);
}

/** What to remove of a section that moves away, so that one rule is left where it stood between rules, and none at the end. */
function withRule(spec: Spec, span: Span, rule: Span | undefined, isTop: boolean): Span {
  const { tree } = spec.model;
  const before = closingRule(tree, { start: tree.bodyStart, end: span.start });
  if (rule) return isTop || before ? span : { ...span, end: lineStartOf(tree.text, rule.start) };
  if (!before || span.end < tree.length || !isTop || !usesRules(spec)) return span;
  return { ...span, start: lineStartOf(tree.text, before.start) };
}

/** Gives a section the level `expected`, and all in it that many levels more or less. */
export function relevelSection(spec: Spec, section: Section, expected: number): TextEdit[] {
  const { model, alignment } = spec;
  const delta = expected - section.level;
  const inside = model.shape.sections.filter((other) => {
    if (other === section) return true;
    if (other.level <= section.level || !isInside(alignment, other, section)) return false;
    const slot = alignment.slots[other.ordinal];
    return !slot || other.level - alignment.shift - slot.level !== 0;
  });
  return inside.flatMap((other) => setLevel(model, other, other.level + delta));
}

/** Takes the shift off each section; the title, which is never too high, goes up with them as far as it can. */
export function relevelDocument({ model, alignment }: Spec): TextEdit[] {
  const sections = model.shape.sections.filter(
    (section) => section !== alignment.title || alignment.shift > 0,
  );
  return sections.flatMap((section) => setLevel(model, section, section.level - alignment.shift));
}

/**
 * From the start of a section, comments right above its heading included, to the end of what belongs to it as the template
 * nests it; absolute.
 */
export function subtreeSpan({ model, alignment }: Spec, section: Section): Span {
  const { sections } = model.shape;
  let last = section.ordinal;
  while (sections[last + 1] && isInside(alignment, sections[last + 1]!, section)) last += 1;
  return { start: startOf(model, section.ordinal), end: startOf(model, last + 1) };
}

/** Where the section with this ordinal starts, with the comments right above it; the end of the text behind the last. */
export function startOf(model: DocumentModel, ordinal: number): number {
  return leadStart(model.tree, model.lineStart(ordinal));
}

/** The offset, at the start of a line or the end of the text, of a place for a section. */
function offsetFor(
  spec: Spec,
  { after, before }: Pick<Place, 'after' | 'before'>,
  under: Section | undefined,
): number {
  const { model } = spec;
  const { tree } = model;
  if (!after && before) return startOf(model, before.ordinal);
  const above = after ?? under;
  if (!above) return tree.text.length;
  const offset = after ? subtreeSpan(spec, after).end : startOf(model, above.ordinal + 1);
  // A rule that closes the section above stays at its end.
  const closes = under !== undefined && offset === subtreeSpan(spec, under).end;
  const rule = closes ? closingRule(tree, { start: model.headingSpan(above).end, end: offset }) : undefined;
  return rule ? lineStartOf(tree.text, rule.start) : offset;
}

/** An insertion with one blank line on either side, and a rule where the document parts its top sections by rules. */
function insertion(spec: Spec, section: string, offset: number, isTop: boolean): TextEdit {
  const { tree } = spec.model;
  const { text } = tree;
  const eol = dominantEol(text);
  const before = text.slice(0, offset);
  const content = withEol(section, eol);
  const rule = isTop && usesRules(spec) ? `---${eol}${eol}` : '';
  const isEnd = offset === text.length;
  const isRuled = closingRule(tree, { start: tree.bodyStart, end: offset }) !== undefined;
  const newText = isEnd
    ? `${blankLine(before, eol)}${isRuled ? '' : rule}${content}${eol}`
    : `${blankLine(before, eol)}${content}${eol}${eol}${rule}`;
  return { span: { start: offset, end: offset }, newText };
}

/** The line endings to add so that a blank line stands before what follows. */
function blankLine(before: string, eol: string): string {
  if (before === '' || /(?:\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r)$/u.test(before)) return '';
  return /[\r\n]$/u.test(before) ? eol : eol + eol;
}

/** Whether a rule stands before most top sections. */
export function usesRules({ model, alignment }: Spec): boolean {
  const tops = alignment.schema.slots.flatMap((slot) => alignment.instances.get(slot) ?? []);
  const { tree } = model;
  const ruled = tops.filter(({ ordinal }) =>
    closingRule(tree, { start: tree.bodyStart, end: startOf(model, ordinal) }),
  );
  return ruled.length * 2 > tops.length;
}

/** Removes a span of whole lines; at the end of the text also the blank lines before it. */
function deletion(text: string, span: Span): TextEdit {
  if (span.end < text.length) {
    const mayJoin = NEEDS_BLANK_LINE.test(text.slice(span.end));
    return { span, newText: mayJoin ? blankLine(text.slice(0, span.start), dominantEol(text)) : '' };
  }
  const kept = text.slice(0, span.start).trimEnd();
  const eol = /^(?:\r\n|\n|\r)?/u.exec(text.slice(kept.length))![0];
  return { span: { start: kept.length + eol.length, end: span.end }, newText: '' };
}

/** Markdown with the level of each of its headings changed. */
function relevelled(markdown: string, delta: number): string {
  if (delta === 0) return markdown;
  const tree = SyntaxTree.parse(markdown);
  const edits = tree.chunks.flatMap((chunk, index) =>
    chunkFacts(chunk).headings.flatMap((heading) =>
      levelEdits(markdown, heading, tree.chunkStart(index), heading.level + delta),
    ),
  );
  return applyEdits(markdown, edits);
}

/** Rewrites the heading of a section at another level; no edits where it has that level. */
export function setLevel(model: DocumentModel, section: Section, level: number): TextEdit[] {
  const base = model.tree.chunkStart(model.headingChunk(section));
  return levelEdits(model.tree.text, model.heading(section), base, level);
}

/** Rewrites one heading at another level; an underlined one gets `#` marks, since underlines end at level 2 (CommonMark 4.3). */
function levelEdits(text: string, heading: HeadingFact, base: number, level: number): TextEdit[] {
  const target = clampLevel(level);
  if (target === heading.level) return [];
  const marks = '#'.repeat(target);
  const span = shiftSpan(heading.span, base);
  if (!heading.setext)
    return [{ span: { start: span.start, end: span.start + heading.level }, newText: marks }];
  const title = shiftSpan(heading.titleSpan, base);
  const line = text
    .slice(title.start, title.end)
    .replace(/\s*[\r\n]\s*/gu, ' ')
    // Behind `#` marks they would be closing marks (CommonMark 4.2).
    .replace(/(?<=^|[ \t])(?=#+$)/u, '\\');
  return [{ span, newText: `${marks} ${line}` }];
}

function clampLevel(level: number): number {
  return Math.min(6, Math.max(1, level));
}
