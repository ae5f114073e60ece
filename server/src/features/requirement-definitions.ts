import type { IdentifierFact } from '../model/identifier';
import type { Schema } from '../template/schema';
import { definedBy, numbersRequirements, requirementKey } from '../workspace/index/exports';
import type { Spec } from '../workspace/spec';

/** The ids of a document's requirements: where each is defined, and where it is named. Positions are indices into its identifiers. */
export class Requirements {
  /** The indices of the ids that define a requirement, by its key. */
  private readonly definitions = new Map<string, number[]>();
  /** The indices of the ids that name a requirement without defining it. */
  private readonly mentions = new Map<string, number[]>();

  constructor({ model, schema }: Pick<Spec, 'model' | 'schema'>) {
    const isRequirement = requirementTest(schema);
    let before: IdentifierFact | undefined;
    model.content.identifiers.forEach(({ fact }, index) => {
      const isEnd = before !== undefined && endsRange(before, fact);
      before = fact;
      if (isEnd || !isRequirement(fact.prefix)) return;
      const defined = definedBy(fact);
      for (const key of defined) push(this.definitions, key, index);
      if (defined.length === 0) for (const key of keysOf(fact)) push(this.mentions, key, index);
    });
  }

  /** Where a requirement is defined, given as `requirementKey` writes it; the first is the one to read. */
  definedAt(key: string): readonly number[] {
    return this.definitions.get(key) ?? [];
  }

  /** Where else it is named, ranges like `FR-1 to FR-5` included. */
  namedAt(key: string): readonly number[] {
    return this.mentions.get(key) ?? [];
  }

  /** The requirements that are defined here, by their keys, in document order. */
  defined(): Iterable<readonly [key: string, definitions: readonly number[]]> {
    return this.definitions;
  }
}

/** Tells the letters that requirements are numbered by: customary ones, and those that the template uses. */
export function requirementTest(schema: Schema): (prefix: string) => boolean {
  const known = new Map<string, boolean>();
  return (prefix) => {
    let is = known.get(prefix);
    if (is === undefined) known.set(prefix, (is = numbersRequirements(prefix, schema)));
    return is;
  };
}

/** Whether an id is the last of the range that the one before it starts, and so has been told of already: `FR-1 to FR-3`. */
function endsRange(first: IdentifierFact, { prefix, number, place }: IdentifierFact): boolean {
  return first.last > first.number && first.last === number && first.prefix === prefix && place === 'text';
}

/** The requirements that an id stands for: one, or all of the range that it starts. */
function keysOf({ prefix, number, last }: IdentifierFact): string[] {
  return Array.from({ length: last - number + 1 }, (_, i) => requirementKey({ prefix, number: number + i }));
}

function push(lists: Map<string, number[]>, key: string, index: number): void {
  const list = lists.get(key);
  if (list) list.push(index);
  else lists.set(key, [index]);
}
