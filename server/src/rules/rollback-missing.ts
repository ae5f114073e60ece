import { t } from '@vscode/l10n';
import type { Section } from '../model/section';
import type { TableFact } from '../model/table';
import type { MissingSlot } from '../template/align';
import { placeOf } from '../template/place';
import { tableFor, type TableSpec } from '../template/table-spec';
import { anchorFor } from './engine/anchor';
import { isFilled } from './engine/filled';
import { isRollbackColumn, isRollbackSlot } from './engine/rollback-slot';
import { defineContentRule, type Anchor, type ContentContext, type Finding } from './engine/rule';
import { insertSection } from './engine/section-edits';
import { sectionsOf } from './engine/sections-of';
import { titleOf } from './engine/slot-title';

const ROLLOUT =
  /\broll ?out\b|\b(?:migration|deployment|release|cutover) (?:plan|strategy|steps|process)\b|\bmigration and\b/u;

type Context = ContentContext<'tables' | 'mentions'>;
type Report = (finding: Finding<Anchor, MissingSlot | undefined>) => void;

export default defineContentRule<MissingSlot | undefined, 'tables' | 'mentions'>({
  id: 'rollback-missing',
  severity: { draft: 'hint', review: 'warning', approved: 'error' },
  fix: 'safe',
  reads: ['tables', 'mentions'],
  docs: {
    what: 'A rollout or migration without a way back: the section that the template has for it is missing, a step has no rollback in a table with a column for it, or the whole document never speaks of going back.',
    why: 'A rollback that is thought out during an outage is slow, and some steps cannot be undone at all.',
    remedy: 'Say what triggers the rollback, its steps, how long they take, and what cannot be undone.',
  },
  check(context, report) {
    const hasSlot = checkSlots(context, report);
    checkTables(context, report);
    if (!hasSlot && !speaksOfRollback(context)) checkRollout(context, report);
  },
  fixes({ spec }, missing) {
    const edit = missing && insertSection(spec, missing.slot, missing.under);
    return edit ? [{ title: t('Insert section "{0}"', missing.slot.title), edits: [edit] }] : [];
  },
});

/** Reports the sections for it that are missing, all but top ones, of which `missing-section` speaks; whether there are any. */
function checkSlots(context: Context, report: Report): boolean {
  const { alignment } = context;
  const missing = alignment.missing.filter(
    ({ slot }) => isRollbackSlot(slot) && slot.requirement !== 'optional',
  );
  const isMentioned = speaksOfRollback(context);
  for (const { slot, under } of missing.filter((each) => each.slot.parent)) {
    if (under && needsNothing(context, under)) continue;
    const title = under?.title ?? slot.parent!.title;
    report({
      at: anchorFor(placeOf(alignment, slot, under)),
      message: isMentioned
        ? t(
            '"{0}" has no "{1}", so whoever is on call has to gather the way back from the text. Insert it, or say there why it does not apply.',
            title,
            slot.title,
          )
        : t(
            '"{0}" has no "{1}", so nobody knows the way back when it goes wrong. Insert it and say what triggers the rollback and what its steps are.',
            title,
            slot.title,
          ),
      atMost: slot.requirement === 'suggested' ? 'info' : isMentioned ? 'warning' : undefined,
      slot,
      data: { slot, under },
    });
  }
  return missing.length > 0;
}

function speaksOfRollback({ content }: Context): boolean {
  return content.mentions.some(({ fact }) => fact.topic === 'rollback');
}

/** Whether a section says itself that there is nothing to roll out, and so nothing to go back from. */
function needsNothing({ content, shape }: Context, { ordinal }: Section): boolean {
  if (shape.dismissals[ordinal + 1] === 'none') return true;
  return content.mentions.some(({ fact, section }) => fact.topic === 'nothing-to-do' && section === ordinal);
}

function checkTables({ alignment, content }: Context, report: Report): void {
  const hasRollback = ({ columns }: TableSpec) => columns.some(({ folded }) => isRollbackColumn(folded));
  const slots = sectionsOf(alignment, (slot) => slot.content.tables.some(hasRollback));
  content.tables.forEach(({ fact, section }, index) => {
    const slot = slots.get(section);
    const spec = slot && tableFor(slot.content.tables, fact.columns);
    if (!spec || !hasRollback(spec)) return;
    const next = content.tables[index + 1];
    const goesOn = next?.section === section && !next.fact.headerRow;
    fact.columns.forEach((folded, column) => {
      if (!isRollbackColumn(folded)) return;
      for (const row of stepsWithout(fact, column, goesOn)) {
        report({
          at: { content: 'tables', index, span: row.span },
          message: t(
            'This step has no "{0}", so nobody knows what to do when it fails. Say how it is undone, or "None" and why it need not be.',
            fact.header[column]!,
          ),
          slot,
          data: undefined,
        });
      }
    });
  });
}

/** The rows with something in them and nothing in the column. Behind the last step there may be nothing to go back to. */
function stepsWithout({ rows }: TableFact, column: number, goesOn: boolean): TableFact['rows'] {
  return rows.filter(({ cells }, i) => {
    const text = cells[column]?.text ?? '';
    const isLast = i === rows.length - 1 && !goesOn;
    const isBlank = text === '' || (!isLast && /^[-–—]+$/u.test(text));
    return isBlank && cells.slice(1).some((cell, at) => at + 1 !== column && cell.text !== '');
  });
}

/** Reports the first section on a rollout or migration, in a document that nowhere speaks of going back. */
function checkRollout(context: Context, report: Report): void {
  const { alignment, shape } = context;
  const section = shape.sections.find((each: Section) => {
    const slot = alignment.slots[each.ordinal];
    return slot && ROLLOUT.test(titleOf(slot)) && isFilled(context, each) && !needsNothing(context, each);
  });
  if (!section) return;
  const optional = alignment.missing.find(({ slot }) => isRollbackSlot(slot));
  report({
    at: { section },
    message: t(
      '"{0}" leads forward only: nothing in the document says how to go back when it goes wrong. Say what triggers a rollback and what its steps are.',
      section.title,
    ),
    slot: alignment.slots[section.ordinal],
    data: optional,
  });
}
