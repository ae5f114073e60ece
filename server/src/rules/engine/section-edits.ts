import type { DocumentModel } from '../../model/document-model';
import type { Section } from '../../model/section';
import type { Misplaced } from '../../template/align';
import { isInside, placeOf } from '../../template/place';
import type { Slot } from '../../template/schema';
import type { TextEdit } from '../../text/edit';
import { dominantEol, withEol } from '../../text/line';
import type { Span } from '../../text/span';
import type { Spec } from '../../workspace/spec';

const RULE = /(?:^|[\r\n])[ \t]*(?:-{3,}|\*{3,}|_{3,})\s*$/u;
const ATX = /^( {0,3})(#{1,6})(?=[ \t\r\n]|$)/gmu;

/** Inserts the section of a slot in its place, with its guidance and its subsections. */
export function insertSection(spec: Spec, slot: Slot, under: Section | undefined): TextEdit {
  const text = relevelled(slot.text, spec.alignment.shift);
  return insertion(spec, text, offsetFor(spec, slot, under), under === undefined);
}

/** Moves a section with all in it to its place, at the level that it has there. */
export function moveSection(spec: Spec, { section, slot, under }: Misplaced): TextEdit[] {
  const { model, alignment } = spec;
  const span = subtreeSpan(spec, section);
  const { text } = model.tree;
  const offset = offsetFor(spec, slot, under, section);
  if (offset >= span.start && offset <= span.end) return [];
  const delta = slot.level + alignment.shift - section.level;
  const content = text.slice(span.start, span.end).trimEnd();
  const separated = under === undefined && RULE.test(content);
  const moved = relevelled(separated ? content.replace(RULE, '').trimEnd() : content, delta);
  return [deletion(text, span), insertion(spec, moved, offset, under === undefined)];
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

/** From the start of a section's heading line to the end of what belongs to it as the template nests it; absolute. */
export function subtreeSpan({ model, alignment }: Spec, section: Section): Span {
  const { sections } = model.shape;
  let last = section.ordinal;
  while (sections[last + 1] && isInside(alignment, sections[last + 1]!, section)) last += 1;
  return { start: model.lineStart(section.ordinal), end: model.lineStart(last + 1) };
}

/** The offset, at the start of a line or the end of the text, at which the section of a slot belongs. */
function offsetFor(spec: Spec, slot: Slot, under: Section | undefined, except?: Section): number {
  const { model, alignment } = spec;
  const { after, before } = placeOf(alignment, slot, under, except);
  if (after) return subtreeSpan(spec, after).end;
  if (before) return model.lineStart(before.ordinal);
  if (under) return model.bodySpan(under).end;
  return model.tree.text.length;
}

/** An insertion with one blank line on either side, and a rule where the document parts its top sections by rules. */
function insertion(spec: Spec, section: string, offset: number, isTop: boolean): TextEdit {
  const { text } = spec.model.tree;
  const eol = dominantEol(text);
  const before = text.slice(0, offset);
  const content = withEol(section, eol);
  const rule = isTop && usesRules(spec) ? `---${eol}${eol}` : '';
  const isEnd = offset === text.length;
  const newText = isEnd
    ? `${blankLine(before, eol)}${RULE.test(before) ? '' : rule}${content}${eol}`
    : `${blankLine(before, eol)}${content}${eol}${eol}${rule}`;
  return { span: { start: offset, end: offset }, newText };
}

/** The line endings to add so that a blank line stands before what follows. */
function blankLine(before: string, eol: string): string {
  if (before === '' || /(?:\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r)$/u.test(before)) return '';
  return /[\r\n]$/u.test(before) ? eol : eol + eol;
}

/** Whether a rule stands before most top sections. */
function usesRules({ model, alignment }: Spec): boolean {
  const tops = alignment.schema.slots.flatMap((slot) => alignment.instances.get(slot) ?? []);
  const ruled = tops.filter((section) =>
    RULE.test(model.tree.text.slice(0, model.lineStart(section.ordinal)).slice(-200)),
  );
  return ruled.length * 2 > tops.length;
}

/** Removes a span of whole lines; at the end of the text also the blank lines before it. */
function deletion(text: string, span: Span): TextEdit {
  if (span.end < text.length) return { span, newText: '' };
  const kept = text.slice(0, span.start).trimEnd();
  const eol = /^(?:\r\n|\n|\r)?/u.exec(text.slice(kept.length))![0];
  return { span: { start: kept.length + eol.length, end: span.end }, newText: '' };
}

/** Markdown with the level of each ATX heading changed; headings in fences stay. */
function relevelled(markdown: string, delta: number): string {
  if (delta === 0) return markdown;
  let fence: string | undefined;
  return markdown
    .split(/(?<=\n|\r(?!\n))/u)
    .map((line) => {
      const mark = /^ {0,3}(`{3,}|~{3,})/u.exec(line)?.[1];
      if (mark && (fence === undefined || mark.startsWith(fence)))
        fence = fence === undefined ? mark : undefined;
      return fence === undefined
        ? line.replace(
            ATX,
            (_, indent: string, marks: string) => indent + '#'.repeat(clampLevel(marks.length + delta)),
          )
        : line;
    })
    .join('');
}

/** Rewrites one heading at another level; an underlined one that goes below level 2 gets `#` marks (CommonMark 4.3). */
function setLevel(model: DocumentModel, section: Section, level: number): TextEdit[] {
  const target = clampLevel(level);
  if (target === section.level) return [];
  const { text } = model.tree;
  const span = model.headingSpan(section);
  const source = text.slice(span.start, span.end);
  if (model.heading(section).setext) {
    const title = model.titleSpan(section);
    return [
      {
        span,
        newText: `${'#'.repeat(target)} ${text.slice(title.start, title.end).replace(/\s*[\r\n]\s*/gu, ' ')}`,
      },
    ];
  }
  const marks = /^#+/u.exec(source)?.[0].length ?? 0;
  return [{ span: { start: span.start, end: span.start + marks }, newText: '#'.repeat(target) }];
}

function clampLevel(level: number): number {
  return Math.min(6, Math.max(1, level));
}
