import { t } from '@vscode/l10n';
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
  const isTitle = section === alignment.title;
  const children = isTitle ? alignment.schema.slots : (alignment.slots[section.ordinal]?.children ?? []);
  const inHere = children.flatMap((child) => {
    const under = isTitle ? undefined : section;
    return child.repeat ? refactoring(spec, child, under, instancesUnder(spec, child, under).at(-1)) : [];
  });
  for (let each: Section | undefined = section; each; each = alignment.parents[each.ordinal]) {
    const another = anotherInstance(spec, each);
    if (another) return [...inHere, another];
  }
  return inHere;
}

/**
 * Another section of the slot of this one, under the same heading: numbered ones behind the last with the next number, others
 * right behind this one.
 * @returns undefined where its slot is not repeated, or there is no place for it
 */
export function anotherInstance(spec: Spec, section: Section): Refactoring | undefined {
  const { alignment, wrapper } = spec;
  const slot = alignment.slots[section.ordinal];
  if (!slot?.repeat || wrapper || alignment.misplaced.some((each) => each.section === section))
    return undefined;
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
  const name = instanceName(slot);
  return edit
    ? [{ title: section ? t('Add another {0}', name) : t('Add a first {0}', name), kind, edits: [edit] }]
    : [];
}

/** What one of the sections of a repeated slot is called: `Component` for `Component 1: [Name]`, `Model` for `[Model Name]`. */
function instanceName(slot: Slot): string {
  const numbered = numberedWords(slot)?.join(' ');
  const [, label] = /^([^:[\]{}<>]*\p{L}[^:[\]{}<>]*):/u.exec(slot.title) ?? [];
  const [, named] = /^\[([^[\]]*?)(?:\s+\d+)?\s+name\]$/iu.exec(slot.title) ?? [];
  return numbered ?? label?.trim() ?? named ?? t('"{0}"', slot.title);
}

function instancesUnder({ alignment }: Spec, slot: Slot, under: Section | undefined): Section[] {
  const all = alignment.instances.get(slot) ?? [];
  return all.filter(
    (each) => alignment.parents[each.ordinal] === under || (under && isInside(alignment, each, under)),
  );
}
