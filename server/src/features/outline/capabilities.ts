import { isMovable, siblingsOf } from '../refactor/move-section';
import type { Spec } from '../../workspace/spec';
import type { OutlineEntry } from './entry';

/** What can be done to an entry of the outline. */
export type ActKind = 'insert' | 'up' | 'down' | 'place' | 'promote' | 'demote' | 'another' | 'notApplicable';

/**
 * What can be done to an entry, as far as that is seen without trying: whether it is safe is found out when it is asked for.
 */
export function actsFor(spec: Spec, { kind, state, section, slot, gap }: OutlineEntry): ActKind[] {
  const { alignment, wrapper } = spec;
  if (state === 'missing')
    return ['insert', ...(gap && kind === 'section' ? ['notApplicable' as const] : [])];
  if (!section || wrapper || !isMovable(spec, section)) return [];
  const siblings = siblingsOf(spec, section);
  const at = siblings.indexOf(section);
  const above = siblings[at - 1];
  const isUnfilled = state === 'empty' || state === 'placeholders' || state === 'put-off';
  const acts: readonly [ActKind, boolean][] = [
    ['up', above !== undefined],
    ['down', at < siblings.length - 1],
    ['place', alignment.misplaced.some((each) => each.section === section)],
    ['promote', section.parent !== undefined && section.parent !== alignment.title],
    ['demote', above?.level === section.level],
    ['another', slot?.repeat === true],
    ['notApplicable', isUnfilled && slot !== undefined],
  ];
  return acts.flatMap(([act, isPossible]) => (isPossible ? [act] : []));
}
