import type { Section } from '../../model/section';
import type { Slot } from '../../template/schema';
import type { TextEdit } from '../../text/edit';
import type { Spec } from '../../workspace/spec';
import { anotherInstance } from '../refactor/add-instance';
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
    const last = group.present.at(-1)!;
    const another = anotherInstance(spec, last);
    if (!another) return [];
    const alike = groups.filter((other) => isAlike(other, group));
    const mark: InstanceMark = {
      slot: group.slot.title,
      under: group.under?.title ?? null,
      index: alike.indexOf(group),
      count: alike.length,
    };
    return [
      { span: spec.model.headingSpan(last), title: another.title, action: { kind: 'add-instance', mark } },
    ];
  });
}

/** The edit that adds an instance to the document as it is now; undefined where its place can no longer be told. */
export function addInstance(spec: Spec, mark: InstanceMark): TextEdit | undefined {
  const alike = groupsIn(spec).filter(
    ({ slot, under }) => slot.title === mark.slot && (under?.title ?? null) === mark.under,
  );
  const group = alike.length === mark.count ? alike[mark.index] : undefined;
  return group && anotherInstance(spec, group.present.at(-1)!)?.edits[0];
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
