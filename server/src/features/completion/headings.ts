import { t } from '@vscode/l10n';
import type { Section } from '../../model/section';
import { nextInstance } from '../../rules/engine/insert-instance';
import { isKeptElsewhere } from '../../rules/engine/metadata-section';
import { subtreeSpan } from '../../rules/engine/section-edits';
import { expectationOf, type Expectation } from '../../template/expectation';
import type { Slot } from '../../template/schema';
import { lineEnd, lineStart } from '../../text/line';
import type { Completion, CompletionSource } from './completion';
import { sectionBefore, type Cursor } from './cursor';
import { belongsHere, sectionText } from './section-text';
import { shownAsCode } from './shown-text';

/** A section that could be written. */
interface Candidate {
  readonly slot: Slot;
  readonly under: Section | undefined;
  /** As the template has it, with the right number. */
  readonly text: string;
}

/** Fewer letters are the beginning of some word or other. */
const LEAST_LETTERS = 3;

/** The sections that the document does not have, and the next of those that it may have several of, in template order. */
export const headings: CompletionSource = { triggers: '#', offer };

function offer(cursor: Cursor): Completion[] {
  const typed = typedHeading(cursor);
  if (!typed || cursor.bareSurroundings !== 'blank') return [];
  const { schema, size, alignment } = cursor.bare;
  const all = [...titleOf(cursor), ...missing(cursor), ...instances(cursor)].map((candidate) => {
    const { slot, under } = candidate;
    const level = slot.level + alignment.shift;
    const rank =
      (level === typed.level ? 0 : 4) +
      (belongsHere(cursor, slot, under) ? 0 : 2) +
      (isAround(cursor, under) ? 0 : 1);
    return { ...candidate, rank };
  });
  all.sort((a, b) => a.rank - b.rank || a.slot.order - b.slot.order);
  return all.flatMap(({ slot, under, text }): Completion[] => {
    const title = text.slice(0, lineEnd(text, 0)).replace(/^#+\s*|\s*#*$/gu, '');
    if (!title.toLowerCase().startsWith(typed.words) || !keeps(title, typed)) return [];
    const asked = slot.repeat ? t('next') : demand(expectationOf(slot, schema, size));
    return [
      {
        label: title,
        kind: 'section',
        detail: under && !isAround(cursor, under) ? t('{0} under "{1}"', asked, under.title) : asked,
        documentation: () => shownAsCode(text),
        span: { start: cursor.line.start + typed.start, end: cursor.line.end },
        filter: typed.marks + title,
        ...sectionText(cursor, slot, text),
      },
    ];
  });
}

function demand(expectation: Expectation): string {
  switch (expectation) {
    case 'required':
      return t('required');
    case 'suggested':
      return t('suggested');
    case 'recommended':
      return t('recommended');
    case 'optional':
      return t('optional');
  }
}

/** What of a heading is on the line; undefined where something else is. */
function typedHeading(cursor: Cursor) {
  const { before, after, isOnDemand } = cursor;
  const [, indent = '', hashes = '', space = '', title = ''] =
    /^( {0,3})(#{1,6})([ \t]*)(.*)$/u.exec(before) ?? [];
  if (hashes !== '') {
    if (!isOnDemand && (title !== '' || space !== '' || after.trim() !== '')) return undefined;
    const marks = hashes + (title === '' ? space || ' ' : space);
    const rest = after.trim() === '' ? '' : (title + after).replace(/[ \t]+#+[ \t]*$/u, '');
    return { start: indent.length, level: hashes.length, marks, words: '', rest };
  }
  if (!isOnDemand || after.trim() !== '') return undefined;
  const words = before.trim().toLowerCase();
  const mayBegin = words.length >= LEAST_LETTERS && /^[\p{L}\p{N}]/u.test(words) && startsParagraph(cursor);
  if (words !== '' && !mayBegin) return undefined;
  return { start: before.length - before.trimStart().length, level: 0, marks: '', words, rest: '' };
}

/** Whether a title has what the author wrote up to the end of the line, where that goes on behind the cursor. */
function keeps(title: string, { rest }: { readonly rest: string }): boolean {
  return title.toLowerCase().startsWith(rest.trim().toLowerCase());
}

/** Whether the line above is blank, so that what is on this one goes on with no sentence. */
function startsParagraph({ spec, line }: Cursor): boolean {
  const above = spec.model.tree.text.slice(0, line.start).replace(/(?:\r\n|\n|\r)$/u, '');
  return above.slice(lineStart(above, above.length)).trim() === '';
}

/** A title stands above all else. */
function titleOf({ bare, line }: Cursor): Candidate[] {
  const { title } = bare.schema;
  if (!title || bare.alignment.title || sectionBefore(bare, line.start)) return [];
  return [{ slot: title, under: undefined, text: `${'#'.repeat(title.level)} ${title.text}` }];
}

function missing({ bare }: Cursor): Candidate[] {
  const { alignment, model, schema } = bare;
  return alignment.missing
    .filter(({ slot }) => !isKeptElsewhere(slot, model.shape, schema))
    .map(({ slot, under }) => ({ slot, under, text: slot.text }));
}

/** Of each slot that may be filled several times the next one, where the section that it belongs in is around the cursor. */
function instances(cursor: Cursor): Candidate[] {
  const { alignment, schema } = cursor.bare;
  return schema.allSlots.flatMap((slot): Candidate[] => {
    if (!slot.repeat) return [];
    const homes = slot.parent ? (alignment.instances.get(slot.parent) ?? []) : [undefined];
    const under = homes.find((home) => isAround(cursor, home));
    if (slot.parent && !under) return [];
    const present = (alignment.instances.get(slot) ?? []).filter(
      ({ ordinal }) => alignment.parents[ordinal] === under || !slot.parent,
    );
    return [{ slot, under, text: nextInstance(slot, present) }];
  });
}

/** Whether the cursor is in a section; it always is in the document. */
function isAround({ bare, line }: Cursor, section: Section | undefined): boolean {
  if (!section) return true;
  const { start, end } = subtreeSpan(bare, section);
  return start < line.start && line.start <= end;
}
