import { expectationOf } from '../../template/expectation';
import type { Spec } from '../../workspace/spec';
import { flatten, type Gap, type OutlineEntry } from './entry';
import { gapsOf } from './ghosts';

/** A section of the template that a document could be given. */
export interface Insertable {
  readonly key: string;
  readonly gap: Gap;
  readonly isOptional: boolean;
}

/** Every section that a document could be given, optional ones included, in template order. */
export function insertableIn(spec: Spec, entries: readonly OutlineEntry[]): Insertable[] {
  const { alignment, schema, size } = spec;
  const gaps = gapsOf(spec);
  const isKnown = (gap: Gap) => gaps.some(({ slot, under }) => slot === gap.slot && under === gap.under);
  const all = [...gaps, ...alignment.missing.filter((gap) => !isKnown(gap))];
  const keyOf = new Map(flatten(entries).flatMap(({ section, key }) => (section ? [[section, key]] : [])));
  return all
    .sort((a, b) => a.slot.order - b.slot.order)
    .map((gap) => ({
      key: `+${gap.slot.order}${(gap.under && keyOf.get(gap.under)) ?? ''}`,
      gap,
      isOptional: expectationOf(gap.slot, schema, size) === 'optional',
    }));
}
