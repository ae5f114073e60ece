import { t } from '@vscode/l10n';
import type { TextEdit } from '../text/edit';
import type { Spec } from '../workspace/spec';
import { instanceGroups, numberEnd, type InstanceGroup } from './engine/instance-groups';
import { mentions } from './engine/instance-number';
import { defineDocumentRule } from './engine/rule';

/** Larger numbers are years, tickets or requirements, not counts. */
const LARGEST = 99;

export default defineDocumentRule<InstanceGroup>({
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
      for (const group of instanceGroups(slot, context)) {
        const at = firstBreak(group);
        if (at < 0) continue;
        const { sections, numbers } = group;
        report({
          at: { section: sections[at]! },
          message: t(
            '"{0}" comes right after "{1}": the numbers go {2}, so a reader misses one or cannot tell two apart. Number them one by one.',
            sections[at]!.title,
            sections[at - 1]!.title,
            listed(numbers.map(({ value }) => value)),
          ),
          slot,
          related: [{ at: { section: sections[at - 1]! }, message: t('The one before it') }],
          data: group,
        });
      }
    }
  },
  fixes({ spec }, group) {
    const edits = renumber(spec, group);
    const numbers = group.sections.map((_, index) => group.numbers[0]!.value + index);
    return edits ? [{ title: t('Renumber to {0}', listed(numbers)), edits }] : [];
  },
});

/**
 * Where the numbers first do not go up by one; less than 0 where they do, or where they mean something else than a count:
 * numbers that go down, or that leave out more than there are.
 */
function firstBreak({ numbers }: InstanceGroup): number {
  const values = numbers.map(({ value }) => value);
  const goDown = values.some((value, i) => i > 0 && value < values[i - 1]!);
  const leftOut = values.at(-1)! - values[0]! + 1 - new Set(values).size;
  if (goDown || values.at(-1)! > LARGEST || leftOut >= values.length) return -1;
  return values.findIndex((value, i) => i > 0 && value !== values[i - 1]! + 1);
}

/** Rewrites the digits that are to change; undefined where the document mentions one of them elsewhere. */
function renumber({ model }: Spec, { words, sections, numbers }: InstanceGroup): TextEdit[] | undefined {
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

function listed(values: readonly number[]): string {
  return values.length > 8 ? `${values.slice(0, 8).join(', ')} …` : values.join(', ');
}
