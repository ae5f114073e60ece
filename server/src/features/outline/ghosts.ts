import type { Section } from '../../model/section';
import { absentSections } from '../../rules/engine/absent-sections';
import { lackingInstances } from '../../rules/engine/lacking-instances';
import { nextInstance } from '../../rules/engine/insert-instance';
import { metadataSlot } from '../../rules/engine/metadata-section';
import { expectationOf } from '../../template/expectation';
import { placeOf } from '../../template/place';
import type { Slot } from '../../template/schema';
import { lineEnd } from '../../text/line';
import type { Spec } from '../../workspace/spec';
import type { Draft, Gap } from './entry';

/**
 * The sections that should be there and are not, in template order. What a section that does not apply should hold is not
 * among them.
 */
export function gapsOf({ model, alignment, size, guidanceLeft }: Spec): readonly Gap[] {
  const context = { alignment, shape: model.shape, size, guidanceLeft };
  const lacking = lackingInstances(context);
  return absentSections(context)
    .missing.filter(({ under }) => !under || !doesNotApply(model.shape, under))
    .map((gap) => lacking.find(({ slot, under }) => slot === gap.slot && under === gap.under) ?? gap);
}

function doesNotApply({ dismissals, explainedAway }: Spec['model']['shape'], { ordinal }: Section): boolean {
  const dismissal = dismissals[ordinal + 1];
  return dismissal === 'not-applicable' || dismissal === 'none' || explainedAway[ordinal + 1] === true;
}

/** The entry of a missing section, with those that it should hold. */
export function ghostOf(spec: Spec, gap: Gap, slot: Slot = gap.slot): Draft {
  const { schema, size, alignment } = spec;
  const children = slot.children
    .filter((child) => isExpected(child, spec))
    .map((child) => ghostOf(spec, gap, child));
  const isMetadata = slot === metadataSlot(schema) && expectationOf(slot, schema, size) !== 'optional';
  return {
    kind: isMetadata ? 'metadata' : 'section',
    key: '',
    title: slot === gap.slot ? headingOf(nextInstance(slot, gap.present ?? [])) : slot.title,
    level: Math.min(6, slot.level + alignment.shift),
    state: 'missing',
    placeholders: 0,
    openBelow: 0,
    holdsOnly: children.length > 0 && slot.body.trim() === '',
    slot,
    section: undefined,
    gap,
    children,
  };
}

function isExpected(slot: Slot, { schema, size }: Spec): boolean {
  if (slot.repeat) return slot.minimum > 0 && slot.requirement === 'required';
  return expectationOf(slot, schema, size) !== 'optional';
}

function headingOf(section: string): string {
  const [first = ''] = section.slice(0, lineEnd(section, 0)).split(/[\r\n]/u);
  return first.replace(/^#+[ \t]*|[ \t]+#*$/gu, '');
}

/** Puts the missing sections where inserting would put them. */
export function placeGhosts(spec: Spec, gaps: readonly Gap[], { top, entryOf, listOf }: Placed): void {
  const { alignment } = spec;
  for (const gap of gaps) {
    const { slot, under } = gap;
    const { after, before } = placeOf(alignment, slot, under);
    const ghost = ghostOf(spec, gap);
    const home = under && under !== alignment.title ? entryOf.get(under)!.children : undefined;
    const neighbour = after ?? before;
    const list = (neighbour && listOf.get(neighbour)) ?? home ?? top;
    // Where a neighbour stands at a wrong level, the ghost stays with the section that misses it.
    if (home && list !== home) insertAt(home, after ? home.length : 0, ghost);
    else if (after) insertAt(list, list.indexOf(entryOf.get(after)!) + 1, ghost);
    else if (before) list.splice(list.indexOf(entryOf.get(before)!), 0, ghost);
    else insertAt(list, home ? 0 : list.length, ghost);
  }
}

/** The entries of the sections that there are. */
export interface Placed {
  readonly top: Draft[];
  readonly entryOf: ReadonlyMap<Section, Draft>;
  readonly listOf: ReadonlyMap<Section, Draft[]>;
}

/** Behind the ghosts that were put there before, which come first in the template. */
function insertAt(list: Draft[], index: number, ghost: Draft): void {
  let at = index;
  while (list[at]?.gap) at += 1;
  list.splice(at, 0, ghost);
}
