import { t } from '@vscode/l10n';
import type { ProseFact } from '../model/prose';
import type { Slot } from '../template/schema';
import { isMeasured } from './engine/measured';
import { asksForNumber, holdsTargets, targetColumn } from './engine/targets';
import { mayHoldVagueTerms, vagueTermsIn } from './engine/vague-terms';
import { defineBlockRule, type BlockContext, type RuleOptions } from './engine/rule';
import { titleOf } from './engine/slot-title';
import { hasSlot } from './engine/slots-in-chunk';

const REQUIREMENTS =
  /\b(?:requirements?|goals?|objectives?|success criteria|success metrics?|acceptance criteria|constraints?|performance targets?|service level objectives?)\b/u;
const NOT_WANTED = /\b(?:non|out of scope|future|related|gathering)\b/u;
const FUNCTIONAL = /\bnon functional\b/u;

const options = {
  words: { default: [] as string[], description: 'More terms to report, such as "modern".' },
  ignore: { default: [] as string[], description: 'Terms to leave alone, such as "intuitive".' },
} satisfies RuleOptions;

export default defineBlockRule<undefined, typeof options>({
  id: 'vague-term',
  severity: { draft: 'hint', review: 'info', approved: 'info' },
  fix: 'none',
  isHeuristic: true,
  waitsForLine: true,
  options,
  docs: {
    what: 'A goal, requirement or constraint without a number uses a term that everybody reads otherwise, such as "fast" or "user-friendly", leaves a way out, such as "as appropriate", or a list without an end, such as "etc.". These are rules R7, R8 and R9 of the INCOSE Guide to Writing Requirements.',
    why: 'Two people who agree on it may mean different things, and no test can tell who is right.',
    remedy: 'Say how much, under which condition, or what belongs to the list.',
  },
  check(context, report, terms) {
    if (context.facts.identifiers.length === 0 && !hasSlot(context, isForRequirements)) return;
    for (const fact of context.prose) {
      if (fact.kind === 'heading' || fact.kind === 'quote') continue;
      if (!mayHoldVagueTerms(fact.text, terms) || !isRequirement(context, fact)) continue;
      if (context.facts.placeholders.some(({ span }) => touches(span, fact.span))) continue;
      if (isUnmeasuredTarget(context, fact)) continue;
      for (const { text, start } of sentencesOf(context, fact)) {
        const [found] = vagueTermsIn(text, terms);
        if (!found) continue;
        const at = fact.span.start + start;
        report({
          at: { start: at + found.start, end: at + found.end },
          message: t(
            '"{0}" means something else to everybody who reads it, so no test can tell whether this is met. Say how much, under which condition, or what exactly belongs to it.',
            found.term,
          ),
          slot: context.slotAt(fact.span.start),
          data: undefined,
        });
      }
    }
  },
});

function isForRequirements(slot: Slot | undefined): boolean {
  const title = slot ? titleOf(slot) : '';
  return REQUIREMENTS.test(title) && (!NOT_WANTED.test(title) || FUNCTIONAL.test(title));
}

/** Whether it stands where the template has requirements, or starts with an id as the template gives them. */
function isRequirement({ facts, schema, slotAt }: BlockContext, { span }: ProseFact): boolean {
  if (isForRequirements(slotAt(span.start))) return true;
  return facts.identifiers.some(
    (id) =>
      (id.place === 'lead' || id.place === 'cell') &&
      (id.place === 'lead' ? touches(id.span, span) : isInRow(facts.tables, id.span, span)) &&
      schema.allSlots.some(({ content }) => content.idPrefixes.includes(id.prefix)),
  );
}

/** Whether it is a target without an amount, of which `unmeasured-target` speaks. */
function isUnmeasuredTarget(
  { facts, slotAt }: BlockContext,
  { kind, column, span, text }: ProseFact,
): boolean {
  const slot = slotAt(span.start);
  if (!slot || isMeasured(text)) return false;
  if (kind === 'item')
    return asksForNumber(slot, facts.items.find((item) => item.span.start === span.start)?.label);
  const table = kind === 'cell' ? facts.tables.find((each) => touches(each.span, span)) : undefined;
  return table !== undefined && holdsTargets(slot) && targetColumn(table.columns) === column;
}

/** The sentences without a number. An item or a row is one requirement, and a number anywhere in it measures it. */
function sentencesOf({ facts }: BlockContext, fact: ProseFact): { text: string; start: number }[] {
  if (fact.kind === 'cell') {
    const row = rowsOf(facts.tables).find(({ span }) => touches(span, fact.span));
    if (!row || row.cells.some(({ text }, column) => column > 0 && /\p{N}/u.test(text))) return [];
  } else if (fact.kind === 'item' && hasNumber(fact.text)) return [];
  return Array.from(
    fact.text.matchAll(/(?:[^.!?;]|[.!?;](?!\s|$)|\betc\.(?=\s+\p{Ll}))+[.!?;]?/gu),
    (match) => ({ text: match[0], start: match.index }),
  ).filter(({ text }) => !hasNumber(text));
}

/** A number that is not part of an id such as FR-3. */
function hasNumber(text: string): boolean {
  return /(?<![\p{L}\p{N}-])\p{N}/u.test(text.replace(/\b[A-Z]+-\d+\b/gu, ' '));
}

function rowsOf(tables: BlockContext['facts']['tables']) {
  return tables.flatMap(({ rows }) => rows);
}

function isInRow(
  tables: BlockContext['facts']['tables'],
  a: ProseFact['span'],
  b: ProseFact['span'],
): boolean {
  return rowsOf(tables).some(({ span }) => touches(span, a) && touches(span, b));
}

function touches(a: ProseFact['span'], b: ProseFact['span']): boolean {
  return a.start < b.end && b.start < a.end;
}
