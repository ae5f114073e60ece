import { t } from '@vscode/l10n';
import type { ProseFact } from '../model/prose';
import type { TableFact } from '../model/table';
import type { Slot } from '../template/schema';
import { tableFor } from '../template/table-spec';
import { shiftSpan } from '../text/span';
import { isRevisionSpec } from './engine/revision-table';
import { isAbout } from './engine/slot-title';
import { defineBlockRule, type RuleOptions } from './engine/rule';
import { findTodoMarkers } from './engine/todo-markers';

const options = {
  markers: {
    default: [] as string[],
    description: 'More words that mark what is still to be written, as they are written: `["OFFEN", "@@"]`.',
  },
} satisfies RuleOptions;

/** Sections and first columns of tables in which words are explained. */
const GLOSSARY = /\b(?:glossary|terms?|terminology|definitions|abbreviations?|acronyms?)\b/u;
/** An explanation such as `TBD: to be determined`. */
const EXPLAINED =
  /(?:^|[\s("'*_])TB[ACD][*_"')]*\s*(?:[:=–—-]|means|stands for|is short for)[*_:\s"'(]*to be\b/iu;

/** A column in which "TODO" is one of several states of work. */
const STATE_COLUMN = /(?<!\p{L})(?:status|state|progress)(?!\p{L})/u;

export default defineBlockRule<undefined, typeof options>({
  id: 'todo-marker',
  severity: { draft: 'hint', review: 'warning', approved: 'error' },
  fix: 'none',
  waitsForLine: true,
  options,
  docs: {
    what: 'TBD, TODO, FIXME, ??? or "to be decided" stands in the text or in a field.',
    why: 'It says itself that something is missing, and nobody is asked for it.',
    remedy: 'Write what is missing, or move it to the open questions with an owner and a date.',
  },
  check({ facts, prose, slotAt }, report, { markers }) {
    for (const fact of prose) {
      const slot = slotAt(fact.span.start);
      if (isTemplates(fact, slot) || explainsMarks(fact, slot, facts.tables)) continue;
      for (const { text, start } of findTodoMarkers(fact.text, markers)) {
        if (isNamed(fact, text) || isState(fact, text, facts.tables)) continue;
        if (text !== fact.text.trim() && isRevision(fact, slot, facts.tables)) continue;
        const at = shiftSpan({ start, end: start + text.length }, fact.span.start);
        report({ at, message: messageFor(text), slot, data: undefined });
      }
    }
  },
  checkDocument({ shape }, report, { markers }) {
    for (const field of shape.fields) {
      // Fields in the text are prose, too.
      const [marker] = field.dialect === 'front-matter' ? findTodoMarkers(field.value, markers) : [];
      if (marker) report({ at: { field, part: 'value' }, message: messageFor(marker.text), data: undefined });
    }
  },
});

function messageFor(marker: string): string {
  return t(
    '"{0}" says that something is missing here, and asks nobody for it. Write it, or move it to the open questions with an owner and a date.',
    marker,
  );
}

/** A heading such as "TODO" names a section in which such things are collected. */
function isNamed({ kind }: ProseFact, marker: string): boolean {
  return kind === 'heading' && /^TODO/u.test(marker);
}

function isState(fact: ProseFact, marker: string, tables: readonly TableFact[]): boolean {
  return marker === 'TODO' && STATE_COLUMN.test(tableOf(fact, tables)?.columns[fact.column ?? -1] ?? '');
}

/** Whether it tells readers what a mark means. */
function explainsMarks(fact: ProseFact, slot: Slot | undefined, tables: readonly TableFact[]): boolean {
  return (
    isAbout(slot, GLOSSARY) ||
    GLOSSARY.test(tableOf(fact, tables)?.columns[0] ?? '') ||
    EXPLAINED.test(fact.text)
  );
}

/** A revision tells what was done, "TBD sections filled", and asks for nothing. */
function isRevision(fact: ProseFact, slot: Slot | undefined, tables: readonly TableFact[]): boolean {
  const table = tableOf(fact, tables);
  const spec = table && slot && tableFor(slot.content.tables, table.columns);
  return spec !== undefined && isRevisionSpec(spec);
}

function tableOf({ kind, span }: ProseFact, tables: readonly TableFact[]): TableFact | undefined {
  if (kind !== 'cell') return undefined;
  return tables.find((each) => each.span.start <= span.start && span.end <= each.span.end);
}

/** Guidance of the template that asks what is still "TBD" is no answer that lacks something. */
function isTemplates({ text }: ProseFact, slot: Slot | undefined): boolean {
  if (!slot || !/TB|TODO|FIXME|\?\?\?|to be /iu.test(slot.body)) return false;
  const squeezed = (words: string) => words.replace(/[\s>]+/gu, ' ').trim();
  return text.length > 20 && squeezed(slot.body).includes(squeezed(text));
}
