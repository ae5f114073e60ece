import { requirementMentions, type RequirementMention } from '../model/id-mentions';
import type { IdentifierFact } from '../model/identifier';
import type { Schema } from '../template/schema';
import { definedBy, numbersRequirements, requirementKey, statedBy } from '../workspace/index/exports';
import type { Spec } from '../workspace/spec';

/** The requirements of a document: where each is defined, and where else it is named. Keys as `requirementKey` writes them. */
export class Requirements {
  private readonly mentions = new Map<string, RequirementMention[]>();
  private readonly keys = new Set<string>();

  /** Walks the whole document. */
  constructor({ model, schema }: Pick<Spec, 'model' | 'schema'>) {
    const isRequirement = requirementTest(schema);
    let before: IdentifierFact | undefined;
    for (const mention of requirementMentions(model)) {
      const { fact } = mention;
      const isEnd = before !== undefined && endsRange(before, fact);
      before = fact;
      if (isEnd || !isRequirement(fact.prefix)) continue;
      for (const key of keysOf(fact)) {
        const known = this.mentions.get(key);
        if (known) known.push(mention);
        else this.mentions.set(key, [mention]);
        if (definesRequirement(fact, key)) this.keys.add(key);
      }
    }
  }

  /** Where a requirement is defined; the first is the one to read. */
  definedAt(key: string): readonly RequirementMention[] {
    return bestDefinitions(this.mentions.get(key) ?? [], key);
  }

  /** Where else it is named, ranges like `FR-1 to FR-5` included. */
  namedAt(key: string): readonly RequirementMention[] {
    const definitions = new Set(this.definedAt(key));
    return (this.mentions.get(key) ?? []).filter((mention) => !definitions.has(mention));
  }

  /** The requirements that are defined here. */
  defined(): Iterable<string> {
    return this.keys;
  }
}

/** Whether an id defines a requirement where it stands. */
export function definesRequirement(fact: IdentifierFact, key: string): boolean {
  return definedBy(fact).includes(key) || statedBy(fact).includes(key);
}

/**
 * Those of the mentions of a requirement that define it best: a list or a heading before a table that sums them up, its own id
 * before a range.
 */
export function bestDefinitions(
  mentions: readonly RequirementMention[],
  key: string,
): readonly RequirementMention[] {
  const all = mentions.filter(({ fact }) => definesRequirement(fact, key));
  const certain = all.filter(({ fact }) => statedBy(fact).includes(key));
  const single = (certain.length > 0 ? certain : all).filter(({ fact }) => fact.last === fact.number);
  const told = single.filter(({ fact }) => fact.place !== 'cell');
  return [told, single, all].find((found) => found.length > 0) ?? [];
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
