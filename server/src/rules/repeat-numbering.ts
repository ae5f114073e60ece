import { foldWords } from '../model/fold';
import type { DocumentModel } from '../model/document-model';
import type { Section } from '../model/section';
import type { Slot } from '../template/schema';
import type { TextEdit } from '../text/edit';
import type { Spec } from '../workspace/spec';
import { instanceNumber, mentions, numberedWords, type InstanceNumber } from './engine/instance-number';
import { defineDocumentRule, type DocumentContext } from './engine/rule';

/** Instances of one slot under one heading, in document order. */
interface Group {
  /** What stands before the number in each title. */
  readonly words: readonly string[];
  readonly sections: readonly Section[];
  readonly numbers: readonly InstanceNumber[];
}

/** Larger numbers are years, tickets or requirements, not counts. */
const LARGEST = 99;
const CONTINUED = /\bcont(?:inued|'?d)?\b/iu;

export default defineDocumentRule<Group>({
  id: 'repeat-numbering',
  severity: { draft: 'info', review: 'info', approved: 'warning' },
  fix: 'safe',
  waitsForLine: true,
  docs: {
    what: 'Sections that are numbered one by one, such as phases, skip a number or have one twice.',
    why: 'A reader looks for the one that is not there, and "see phase 2" means neither of two.',
    remedy:
      'Number them one by one. The fix is offered where the document mentions none of the numbers that change.',
  },
  check(context, report) {
    for (const slot of context.schema.allSlots) {
      const words = numberedWords(slot);
      for (const group of words ? groupsOf(slot, words, context) : []) {
        const at = firstBreak(group);
        if (at < 0) continue;
        const { sections, numbers } = group;
        report({
          at: { section: sections[at]! },
          message: `"${sections[at]!.title}" comes right after "${sections[at - 1]!.title}": the numbers go ${listed(numbers.map(({ value }) => value))}, so a reader misses one or cannot tell two apart. Number them one by one.`,
          slot,
          related: [{ at: { section: sections[at - 1]! }, message: 'The one before it' }],
          data: group,
        });
      }
    }
  },
  fixes({ spec }, group) {
    const edits = renumber(spec, group);
    const numbers = group.sections.map((_, index) => group.numbers[0]!.value + index);
    return edits ? [{ title: `Renumber to ${listed(numbers)}`, edits }] : [];
  },
});

/** The instances under each heading, where all of them are numbered in the template's way. */
function groupsOf(slot: Slot, words: readonly string[], { alignment, shape }: DocumentContext): Group[] {
  const byParent = new Map<Section | undefined, Section[]>();
  for (const section of alignment.instances.get(slot) ?? []) {
    const parent = alignment.parents[section.ordinal];
    byParent.set(parent, [...(byParent.get(parent) ?? []), section]);
  }
  const start = foldWords(words.join(' '));
  return [...byParent.values()].flatMap((sections) => {
    const { parent } = sections[0]!;
    const numbers = sections
      .map(({ title }) => instanceNumber(title, words))
      .filter((each) => each !== undefined);
    const siblings = parent?.children ?? shape.sections.filter((section) => !section.parent);
    // "Phase 2a" beside "Phase 1" and "Phase 3" has no slot, and is why there is no 2.
    const isOther = (section: Section) =>
      alignment.slots[section.ordinal] !== slot && `${section.folded} `.startsWith(start);
    const isPlain =
      numbers.length === sections.length &&
      sections.every((section) => section.parent === parent && !CONTINUED.test(section.title)) &&
      !siblings.some(isOther);
    return isPlain ? [{ words, sections, numbers }] : [];
  });
}

/**
 * Where the numbers first do not go up by one; less than 0 where they do, or where they mean something else than a count:
 * numbers that go down, or that leave out more than there are.
 */
function firstBreak({ numbers }: Group): number {
  const values = numbers.map(({ value }) => value);
  const goDown = values.some((value, i) => i > 0 && value < values[i - 1]!);
  const leftOut = values.at(-1)! - values[0]! + 1 - new Set(values).size;
  if (goDown || values.at(-1)! > LARGEST || leftOut >= values.length) return -1;
  return values.findIndex((value, i) => i > 0 && value !== values[i - 1]! + 1);
}

/** Rewrites the digits that are to change; undefined where the document mentions one of them elsewhere. */
function renumber({ model }: Spec, { words, sections, numbers }: Group): TextEdit[] | undefined {
  const { text } = model.tree;
  const isPadded = numbers.some(({ value, width }) => String(value).length < width);
  const edits: TextEdit[] = [];
  for (const [index, section] of sections.entries()) {
    const target = numbers[0]!.value + index;
    const { value, width } = numbers[index]!;
    if (value === target) continue;
    const end = numberEnd(model, section, words);
    const start = end - width;
    if (Number(text.slice(start, end)) !== value) return undefined;
    edits.push({ span: { start, end }, newText: String(target).padStart(isPadded ? width : 0, '0') });
  }
  const own = new Set(sections.map((section) => numberEnd(model, section, words)));
  const changed = numbers.filter(({ value }, index) => value !== numbers[0]!.value + index);
  const isMeant = (number: number) => changed.some(({ value }) => value === number);
  for (const { index, 0: mention, 1: plural, 2: number } of text.matchAll(mentions(words))) {
    if (!own.has(index + mention.length) && (plural !== '' || isMeant(Number(number)))) return undefined;
  }
  return edits;
}

/** Where the number in the heading of an instance ends in the source; the start of the title where it is not found. */
function numberEnd(model: DocumentModel, section: Section, words: readonly string[]): number {
  const { start, end } = model.titleSpan(section);
  const [found] = model.tree.text.slice(start, end).matchAll(mentions(words));
  return found ? start + found.index + found[0].length : start;
}

function listed(values: readonly number[]): string {
  return values.length > 8 ? `${values.slice(0, 8).join(', ')} …` : values.join(', ');
}
