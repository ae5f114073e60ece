import { numberedWords } from '../../rules/engine/instance-number';
import { insertInstance } from '../../rules/engine/insert-instance';
import type { Section } from '../../model/section';
import { isInside } from '../../template/place';
import type { Slot } from '../../template/schema';
import type { Spec } from '../../workspace/spec';
import { sectionAt } from './place';
import type { RefactorContext, Refactoring, RefactoringProvider } from './refactoring';

const kind = 'refactor.insert.instance';

/** Adds another of the sections that the template repeats, such as components. */
export const addInstance: RefactoringProvider = { kind, offer };

function offer(context: RefactorContext): Refactoring[] {
  const { spec } = context;
  const { alignment } = spec;
  const section = sectionAt(context);
  if (!section || spec.wrapper) return [];
  const found: Refactoring[] = [];
  // The innermost that is repeated, and on the way there what is repeated in each.
  for (let each: Section | undefined = section; each; each = alignment.parents[each.ordinal]) {
    const slot = alignment.slots[each.ordinal];
    const first = (child: Slot) => instancesUnder(spec, child, each).length === 0;
    for (const child of each === section ? (slot?.children ?? []) : []) {
      if (child.repeat && first(child)) found.push(...refactoring(spec, child, each, undefined));
    }
    const another = anotherInstance(spec, each);
    if (another) return [...found, another];
  }
  return found;
}

/**
 * Another section of the slot of this one, under the same heading: numbered ones behind the last with the next number, others
 * right behind this one.
 * @returns undefined where its slot is not repeated, or there is no place for it
 */
export function anotherInstance(spec: Spec, section: Section): Refactoring | undefined {
  const { alignment } = spec;
  const slot = alignment.slots[section.ordinal];
  if (!slot?.repeat || alignment.misplaced.some((each) => each.section === section)) return undefined;
  return refactoring(spec, slot, alignment.parents[section.ordinal], section)[0];
}

function refactoring(
  spec: Spec,
  slot: Slot,
  under: Section | undefined,
  section: Section | undefined,
): Refactoring[] {
  const present = instancesUnder(spec, slot, under);
  const words = numberedWords(slot);
  const edit = insertInstance(spec, { slot, under, present, ...(words ? {} : { after: section }) });
  const name = words?.join(' ') ?? slot.title;
  const what = section ? `another ${words ? name : `"${name}"`}` : `a first ${words ? name : `"${name}"`}`;
  return edit ? [{ title: `Add ${what}`, kind, edits: [edit] }] : [];
}

function instancesUnder({ alignment }: Spec, slot: Slot, under: Section | undefined): Section[] {
  const all = alignment.instances.get(slot) ?? [];
  return all.filter(
    (each) => alignment.parents[each.ordinal] === under || (under && isInside(alignment, each, under)),
  );
}
