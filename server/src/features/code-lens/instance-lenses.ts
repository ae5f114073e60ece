import type { Section } from '../../model/section';
import { insertInstance } from '../../rules/engine/insert-instance';
import { numberedWords } from '../../rules/engine/instance-number';
import type { Slot } from '../../template/schema';
import type { TextEdit } from '../../text/edit';
import type { Spec } from '../../workspace/spec';
import type { CodeLens, InstanceMark } from './code-lens';

/** The instances of a repeated slot under one section. */
interface Group {
  readonly slot: Slot;
  readonly under: Section | undefined;
  readonly present: readonly Section[];
}

/** One lens for each group of instances, above its last. */
export function instanceLenses(spec: Spec): CodeLens[] {
  const groups = groupsIn(spec);
  return groups.flatMap((group) => {
    if (!insertInstance(spec, group)) return [];
    const alike = groups.filter((other) => isAlike(other, group));
    const mark: InstanceMark = {
      slot: group.slot.title,
      under: group.under?.title ?? null,
      index: alike.indexOf(group),
      count: alike.length,
    };
    return [
      {
        span: spec.model.headingSpan(group.present.at(-1)!),
        title: `Add another ${nameOf(group.slot)}`,
        action: { kind: 'add-instance', mark },
      },
    ];
  });
}

/** The edit that adds an instance to the document as it is now; undefined where its place can no longer be told. */
export function addInstance(spec: Spec, mark: InstanceMark): TextEdit | undefined {
  const alike = groupsIn(spec).filter(
    ({ slot, under }) => slot.title === mark.slot && (under?.title ?? null) === mark.under,
  );
  const group = alike.length === mark.count ? alike[mark.index] : undefined;
  return group && insertInstance(spec, group);
}

/** What is misplaced tells no place, and is left out. */
function groupsIn({ alignment }: Spec): Group[] {
  const { instances, parents, schema, misplaced } = alignment;
  const moved = new Set(misplaced.map(({ section }) => section));
  return schema.allSlots.flatMap((slot) => {
    if (!slot.repeat) return [];
    const groups = new Map<Section | undefined, Section[]>();
    for (const section of instances.get(slot) ?? []) {
      if (moved.has(section)) continue;
      const under = parents[section.ordinal];
      const group = groups.get(under);
      if (group) group.push(section);
      else groups.set(under, [section]);
    }
    return [...groups].map(([under, present]) => ({ slot, under, present }));
  });
}

function isAlike(a: Group, b: Group): boolean {
  return a.slot === b.slot && a.under?.title === b.under?.title;
}

/** What one instance is called: `Component` of `Component 1: [Name]`, `Model` of `[Model Name]`. */
function nameOf(slot: Slot): string {
  const words = numberedWords(slot);
  if (words) return words.join(' ');
  const label = /^([^[\]{}<>:`]*\p{L})\s*:/u.exec(slot.title)?.[1];
  // Of several placeholders none is the name: `[HTTP Method] [Path]`.
  if (label === undefined && slot.title.split('[').length > 2) return `"${slot.title}"`;
  const name = (label ?? slot.title).replace(/[[\]{}<>`]+/gu, '').trim();
  return name.replace(/\s+(?:\d+\s+)?name$/iu, '');
}
