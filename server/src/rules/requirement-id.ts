import { t } from '@vscode/l10n';
import type { InSection } from '../model/document-content';
import type { ItemFact } from '../model/list-item';
import type { Section } from '../model/section';
import type { Slot } from '../template/schema';
import { itemPrefixes, readLead, type RequirementLead } from './engine/requirement-items';
import { countMentions, idLead, nextId } from './engine/requirement-numbers';
import { defineContentRule, type ContentContext, type FixContext } from './engine/rule';

interface Repair {
  /** Of the item, in the list of the document's items. */
  readonly item: number;
  /** What stands in the id's place; empty where it has none. */
  readonly written: string;
  readonly id: string | undefined;
  readonly slot: Slot;
}

type Kinds = 'items' | 'identifiers' | 'links';

/** An item with its place in the list of items. */
interface Numbered {
  readonly index: number;
  readonly fact: ItemFact;
  readonly lead: RequirementLead;
}

/** What stands in a list of requirements without being one. */
const NO_REQUIREMENT =
  /^(?:$|[[{<]|(?:none|nothing|n\/?a|not applicable|see|notes?|remarks?|assumptions?|examples?|rationale|source|priority|tbd|todo)(?![\p{L}-]))/iu;

export default defineContentRule<Repair, Kinds>({
  id: 'requirement-id',
  severity: { draft: 'info', review: 'warning', approved: 'error' },
  fix: 'safe',
  waitsForLine: true,
  reads: ['items', 'identifiers', 'links'],
  docs: {
    what: 'A requirement has no id where the template numbers them, has the id of another, or one in another form than the template.',
    why: 'Tests, tasks and reviews refer to requirements by id, and one that is missing or stands twice cannot be traced.',
    remedy: 'Give it the next free number. Ids that are in use stay as they are, since others refer to them.',
  },
  check(context, report) {
    const { alignment, content } = context;
    const reported = new Set<number>();
    for (const [slot, sections] of alignment.instances) {
      const prefixes = itemPrefixes(slot);
      if (prefixes.length === 0) continue;
      for (const section of sections) {
        const items = itemsOf(content.items, section, prefixes);
        const unnumbered = withoutId(items, context, section);
        const leads = items.map(({ lead }) => lead);
        const prefix = mainPrefix(items, prefixes);
        const id = unnumbered.length > 0 ? nextId(prefix, content, leads) : '';
        for (const { index, fact } of unnumbered) {
          report({
            at: { content: 'items', index },
            message: t(
              '{0} has no id, so no test and no task can refer to it. Number it: {1} is free.',
              quoted(fact),
              id,
            ),
            slot,
            data: { item: index, written: '', id, slot },
          });
        }
        const counts = new Map<string, number>();
        for (const { lead } of items) if ('id' in lead) counts.set(lead.id, (counts.get(lead.id) ?? 0) + 1);
        for (const { index, lead } of items) {
          if (lead.kind !== 'malformed') continue;
          const isTaken = (counts.get(lead.id) ?? 0) > 1;
          report({
            at: { content: 'items', index },
            message: isTaken
              ? t(
                  '"{0}" is not in the form of the template, so searches and tools do not find it. Write {1}, or another number, since that one is taken.',
                  lead.written,
                  lead.id,
                )
              : t(
                  '"{0}" is not in the form of the template, so searches and tools do not find it. Write {1}.',
                  lead.written,
                  lead.id,
                ),
            slot,
            data: { item: index, written: lead.written, id: isTaken ? undefined : lead.id, slot },
          });
        }
      }
      for (const { repeated, first, at, firstAt } of repeats(context, slot)) {
        if (reported.has(repeated.index)) continue;
        reported.add(repeated.index);
        const { id, prefix } = repeated.lead as Extract<RequirementLead, { kind: 'id' }>;
        report({
          at,
          message: t(
            '{0} stands for two requirements, so nobody can tell which one a test or a task means. Give this one another number.',
            id,
          ),
          related: [{ at: firstAt, message: t('{0} is defined here first.', id) }],
          slot,
          // Who refers to the id may mean either: a person must tell.
          data: {
            item: repeated.index,
            written: id,
            id: countMentions(id, content) === first.count ? nextId(prefix, content) : undefined,
            slot,
          },
        });
      }
    }
  },
  fixes: ({ spec }, repair) => renumber(spec, repair),
});

function itemsOf(
  items: readonly InSection<ItemFact>[],
  { ordinal }: Section,
  prefixes: readonly string[],
): Numbered[] {
  return items.flatMap(({ fact, section }, index) =>
    section === ordinal && fact.depth === 1 ? [{ index, fact, lead: readLead(fact, prefixes) }] : [],
  );
}

/** The items of the list of requirements that have none; a list beside it has other marks. */
function withoutId(
  items: readonly Numbered[],
  { content }: ContentContext<Kinds>,
  section: Section,
): readonly Numbered[] {
  const numbered = items.filter(({ lead }) => lead.kind !== 'none');
  const isElsewhere = content.identifiers.some(
    ({ section: at, fact }) => at === section.ordinal && fact.place !== 'text',
  );
  if (numbered.length === 0 && (isElsewhere || section.children.length > 0)) return [];
  return items.filter(
    ({ lead, fact }) =>
      lead.kind === 'none' &&
      !NO_REQUIREMENT.test(fact.whole) &&
      (numbered.length === 0 || numbered.some((other) => other.fact.isOrdered === fact.isOrdered)),
  );
}

/** The prefix that most items have; else the template's first. */
function mainPrefix(items: readonly Numbered[], prefixes: readonly string[]): string {
  const count = (prefix: string) =>
    items.filter(({ lead }) => lead.kind === 'id' && lead.prefix === prefix).length;
  return [...prefixes].sort((a, b) => count(b) - count(a))[0]!;
}

/** Items in the section of a slot, or in those that the template has beside it, that define what another defines. */
function repeats({ alignment, content, shape }: ContentContext<Kinds>, slot: Slot) {
  const known = new Map<string, { readonly index: number; count: number }>();
  const found: { repeated: Numbered; first: { readonly index: number; count: number } }[] = [];
  // "NFR-1" beside "FR-1": the prefixes of a template's neighbours end alike.
  const prefixes = [...new Set(content.identifiers.map(({ fact }) => fact.prefix))].filter((prefix) =>
    slot.content.idPrefixes.some((own) => prefix.endsWith(own)),
  );
  content.items.forEach(({ fact, section: ordinal }, index) => {
    const section = shape.sections[ordinal];
    const own = section && alignment.slots[ordinal];
    if (!own || own.parent !== slot.parent || fact.depth > 1) return;
    if (slot.parent === undefined && own !== slot) return;
    const lead = readLead(fact, prefixes);
    if (lead.kind !== 'id' || !hasWords(fact.whole, lead.id)) return;
    const first = known.get(lead.id);
    if (!first) known.set(lead.id, { index, count: 1 });
    else {
      first.count += 1;
      found.push({ repeated: { index, fact, lead }, first });
    }
  });
  const at = (index: number) => ({ content: 'items' as const, index });
  return found.map((each) => ({ ...each, at: at(each.repeated.index), firstAt: at(each.first.index) }));
}

/** An item that is nothing but an id refers to what stands elsewhere. */
function hasWords(whole: string, id: string): boolean {
  return /\p{L}{2}/u.test(whole.slice(whole.indexOf(id) + id.length));
}

function quoted({ whole }: ItemFact): string {
  const words = whole.length > 50 ? `${whole.slice(0, 49).trimEnd()}…` : whole;
  return t('"{0}"', words.replace(/\s+/gu, ' '));
}

function renumber({ model }: FixContext['spec'], { item, written, id, slot }: Repair) {
  if (id === undefined) return [];
  const span = model.contentSpan('items', item);
  if (written === '') {
    const at = { start: span.start, end: span.start };
    return [{ title: t('Number it {0}', id), edits: [{ span: at, newText: idLead(slot, id) }] }];
  }
  const at = model.tree.text.slice(span.start, span.end).indexOf(written);
  if (at < 0) return [];
  const start = span.start + at;
  return [
    {
      title: t('Change it to {0}', id),
      edits: [{ span: { start, end: start + written.length }, newText: id }],
    },
  ];
}
