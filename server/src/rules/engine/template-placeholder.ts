import type { PlaceholderFact } from '../../model/placeholders/read-placeholders';
import type { PlaceholderSpec, Schema, Slot } from '../../template/schema';

/** Where something shaped like a placeholder stands. */
export interface PlaceholderPlace {
  readonly schema: Schema;
  /** The slot of its section. */
  readonly slot: Slot | undefined;
  /** Whether it stands before the first section or in the one that holds the metadata. */
  readonly inMetadata: boolean;
}

/**
 * What the template asks where something shaped like a placeholder stands, in the template's words. It is anchored where the
 * template has one: the template's own words in this section, or any in a place like the template's.
 * @returns undefined where it is no placeholder
 */
export function templatePlaceholder(
  fact: PlaceholderFact,
  { schema, slot, inMetadata }: PlaceholderPlace,
): string | undefined {
  const specs = [...(slot?.placeholders ?? []), ...(inMetadata ? schema.preamblePlaceholders : [])];
  const spec =
    specs.find((each) => hasSameWords(fact, each)) ?? specs.find((each) => hasSamePlace(fact, each));
  if (spec) return spec.text;
  if (!inMetadata || !fact.whole || !fact.convention.anyText) return undefined;
  const label = fact.label === undefined || fact.kind === 'cell' ? fact.row : fact.label;
  return schema.fields.find(({ folded }) => folded === label)?.placeholder;
}

function hasSameWords(fact: PlaceholderFact, spec: PlaceholderSpec): boolean {
  return (
    fact.convention === spec.convention &&
    fact.folded === spec.folded &&
    (fact.whole || !spec.whole || fact.kind === spec.kind)
  );
}

function hasSamePlace(fact: PlaceholderFact, spec: PlaceholderSpec): boolean {
  if (!fact.whole || !spec.whole || !fact.convention.anyText || !spec.convention.anyText) return false;
  return (
    fact.kind === spec.kind &&
    (spec.label === undefined ? spec.kind !== 'cell' && fact.label === undefined : spec.label === fact.label)
  );
}
