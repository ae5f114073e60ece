import { t } from '@vscode/l10n';
import { insertInstance } from '../../rules/engine/insert-instance';
import { insertSection } from '../../rules/engine/section-edits';
import { lineEnd } from '../../text/line';
import { applyEdits, type TextEdit } from '../../text/edit';
import type { Spec } from '../../workspace/spec';
import { stopsIn } from '../blanks';
import { anotherInstance } from '../refactor/add-instance';
import { dropSection } from '../refactor/drop-section';
import { ANSWER } from '../refactor/mark-not-applicable';
import { isMovable } from '../refactor/move-section';
import type { RefactorContext } from '../refactor/refactoring';
import { refactoringsAt } from '../refactor/refactorings';
import { toSnippet, type Stop } from '../snippet-text';
import type { ActKind } from './capabilities';
import { flatten, type Gap, type OutlineEntry } from './entry';
import { insertMissingFields } from './metadata';

/** More stops would keep the tab key from its work for too long. */
const MOST_STOPS = 24;

/** The kinds of the refactorings that act on a section. */
const KINDS: Readonly<Partial<Record<ActKind, string>>> = {
  up: 'refactor.move.section.up',
  down: 'refactor.move.section.down',
  place: 'refactor.move.section.place',
  promote: 'refactor.rewrite.level.promote',
  demote: 'refactor.rewrite.level.demote',
  notApplicable: 'refactor.rewrite.notApplicable',
};

/** What to do to an entry. */
export interface Act {
  readonly kind: ActKind | 'drop';
  /** The entry in whose place to drop it; undefined: at the end. */
  readonly onto?: OutlineEntry | undefined;
}

/** What is to be done: edits, one insertion with tab stops, or nothing, and why. */
export type ActEdit =
  | { readonly edits: readonly TextEdit[] }
  | { readonly edit: TextEdit; readonly snippet: string }
  | { readonly refused: string };

/** The edit that does something to an entry of the outline. */
export function actOn(
  context: Omit<RefactorContext, 'span' | 'isAskedFor'>,
  entries: readonly OutlineEntry[],
  entry: OutlineEntry,
  { kind, onto }: Act,
): ActEdit {
  const { spec } = context;
  const { section, gap } = entry;
  if (kind === 'insert') return gap ? insertGap(spec, gap) : insertMetadata(spec);
  if (kind === 'notApplicable' && gap) return insertAnswer(spec, entry, gap);
  if (!section) return refused();
  if (kind === 'drop') return withEdits(drop(spec, entries, section, onto));
  if (kind === 'another') {
    const [edit] = anotherInstance(spec, section)?.edits ?? [];
    return edit ? withStops(edit) : refused();
  }
  const span = { start: spec.model.headingSpan(section).start, end: spec.model.headingSpan(section).start };
  const [found] = refactoringsAt({ ...context, span, isAskedFor: true }, [KINDS[kind]!]);
  const [edit, ...more] = found?.edits ?? [];
  if (kind === 'notApplicable' && edit && more.length === 0) return withStops(edit);
  return withEdits(found?.edits);
}

/** Inserts a section that is missing, as the template has it. */
export function insertGap(spec: Spec, gap: Gap): ActEdit {
  const edit = insertInstance(spec, gap);
  return edit ? withStops(edit) : refused();
}

function insertMetadata(spec: Spec): ActEdit {
  const { text } = spec.model.tree;
  const after = insertMissingFields(spec).reduce((before, edit) => applyEdits(before, [edit]), text);
  if (after === text) return refused();
  let start = 0;
  while (start < text.length && text[start] === after[start]) start += 1;
  let kept = 0;
  while (kept < text.length - start && text.at(-1 - kept) === after.at(-1 - kept)) kept += 1;
  return withStops({
    span: { start, end: text.length - kept },
    newText: after.slice(start, after.length - kept),
  });
}

/** The heading alone, with the answer in the place of its guidance. Of a section in a missing one, that one is inserted. */
function insertAnswer(spec: Spec, { slot }: OutlineEntry, gap: Gap): ActEdit {
  if (slot !== gap.slot) return insertGap(spec, gap);
  const heading = gap.slot.text.slice(0, lineEnd(gap.slot.text, 0));
  const edit = insertSection(spec, gap.slot, gap.under, { text: `${heading}\n\n${ANSWER}` });
  return edit ? withStops(edit) : refused();
}

/** The title and the metadata come first: what is dropped on them goes right behind them. */
function drop(
  spec: Spec,
  entries: readonly OutlineEntry[],
  section: NonNullable<OutlineEntry['section']>,
  onto: OutlineEntry | undefined,
): readonly TextEdit[] | undefined {
  const tops = entries.flatMap((top) => (top.section && isMovable(spec, top.section) ? [top.section] : []));
  if (onto && onto.kind === 'section') return onto.section && dropSection(spec, section, onto.section);
  const target = onto ? tops[0] : tops.at(-1);
  return target && dropSection(spec, section, target);
}

function withEdits(edits: readonly TextEdit[] | undefined): ActEdit {
  return edits && edits.length > 0 ? { edits } : refused();
}

/** Its placeholders become tab stops; without any the cursor goes behind the first line with words. */
function withStops(edit: TextEdit): ActEdit {
  const { newText } = edit;
  const stops: readonly Stop[] = stopsIn(newText).slice(0, MOST_STOPS);
  const heading = lineEnd(newText, newText.length - newText.trimStart().length);
  const end = { start: heading, end: heading };
  return { edit, snippet: toSnippet(newText, stops.length > 0 ? stops : [{ span: end }], false) };
}

function refused(): ActEdit {
  return {
    refused: t(
      'This cannot be done here without risk to the text or the order of the template. Nothing was changed.',
    ),
  };
}

/** The entry with a key. */
export function entryWith(entries: readonly OutlineEntry[], key: string): OutlineEntry | undefined {
  return flatten(entries).find((entry) => entry.key === key);
}
