import type { IdentifierFact } from '../../model/identifier';
import type { DocumentContent } from '../../model/document-content';
import type { DocumentModel } from '../../model/document-model';
import type { Schema } from '../../template/schema';
import { documentKey, specIdField } from '../../template/spec-id';
import type { Spec } from '../spec';
import { namesOf } from './document-names';

/** What other documents may ask of a document. Immutable, without positions. */
export interface Exports {
  /** The id that it states as its own, where it is a spec; as `documentKey` writes it. */
  readonly specId: string | undefined;
  /** The day that it is from, `YYYY-MM-DD`. */
  readonly date: string | undefined;
  /** The ids that it may be referred to by, of whatever kind, as `documentKey` writes them. */
  readonly names: ReadonlySet<string>;
  /** The requirements that it defines, as `requirementKey` writes them. */
  readonly requirements: ReadonlySet<string>;
  /** Those of which it says more than their ids, so that they are its own for certain; also behind a label. */
  readonly stated: ReadonlySet<string>;
  /** The letters of the ids that it numbers its requirements by. */
  readonly prefixes: ReadonlySet<string>;
}

/** How often exports were read from a document; a test holds it at nothing for a letter typed in a paragraph. */
export const exportsWork = { read: 0 };

/** A document, or the title of one of which no more is needed. */
type Source =
  { readonly model: DocumentModel; readonly spec: Spec | undefined } | { readonly title: string | undefined };

/** Reads what a document exports. */
export function readExports(uri: string, source: Source): Exports {
  exportsWork.read += 1;
  if ('title' in source) {
    const names = new Set(namesOf(uri, source.title));
    return { specId: undefined, date: undefined, names, ...requirementExports([], undefined) };
  }
  const { model, spec } = source;
  const { shape, content } = model;
  const own = spec && specIdField(shape, spec.schema);
  const names = namesOf(uri, shape.sections[0]?.title);
  const ids = content.identifiers.map(({ fact }) => fact);
  return {
    specId: own && documentKey(own.id),
    date: spec && dateOf(spec),
    names: new Set(own ? [...names, documentKey(own.id)] : names),
    ...requirementExports(ids, spec?.schema),
  };
}

/** What the ids in a document tell of its requirements. */
export function requirementExports(
  ids: readonly IdentifierFact[],
  schema: Schema | undefined,
): Pick<Exports, 'requirements' | 'stated' | 'prefixes'> {
  return {
    requirements: new Set(ids.flatMap(definedBy)),
    stated: new Set(ids.flatMap(statedBy)),
    prefixes: requirementPrefixes(ids, schema),
  };
}

/** Whether nothing that another document could ask for has changed. */
export function exportsAreEqual(a: Exports, b: Exports): boolean {
  return (
    a.specId === b.specId &&
    a.date === b.date &&
    setsAreEqual(a.names, b.names) &&
    setsAreEqual(a.requirements, b.requirements) &&
    setsAreEqual(a.stated, b.stated) &&
    setsAreEqual(a.prefixes, b.prefixes)
  );
}

/** Whether the same is defined by both, as far as identifiers tell: where they stand does not count. */
export function identifiersAreEqual(
  a: DocumentContent['identifiers'],
  b: DocumentContent['identifiers'],
): boolean {
  return (
    a.length === b.length &&
    a.every(({ fact }, i) => {
      const other = b[i]!.fact;
      return (
        fact.id === other.id &&
        fact.place === other.place &&
        fact.isLabel === other.isLabel &&
        fact.isExplained === other.isExplained &&
        fact.isWhole === other.isWhole &&
        fact.isBehindLabel === other.isBehindLabel &&
        fact.last === other.last
      );
    })
  );
}

/** A requirement's id as it is compared: without leading zeros. */
export function requirementKey({ prefix, number }: Pick<IdentifierFact, 'prefix' | 'number'>): string {
  return `${prefix}-${number}`;
}

/** The requirements that an id defines where it stands; none in running text. */
export function definedBy({ prefix, number, last, place, isExplained }: IdentifierFact): string[] {
  if (place === 'text' || (place === 'lead' && !isExplained)) return [];
  return Array.from({ length: last - number + 1 }, (_, i) => requirementKey({ prefix, number: number + i }));
}

/** The requirements that an id defines and that its text says something of: `- FR-7` alone may as well be a reference. */
export function statedBy(fact: IdentifierFact): string[] {
  if (fact.isBehindLabel) return [requirementKey(fact)];
  return fact.place === 'lead' && fact.isWhole ? [] : definedBy(fact);
}

/** Functional and other requirements are numbered like that in most templates there are. */
const CUSTOMARY = /(?:^|-)(?:FR|NFR|REQ)(?:-|$)/u;
/** Numbered by others, and for everyone. */
const PUBLIC = /^(?:AES|BCP|CVE|CWE|ECMA|HTTP|IEC|IEEE|ISO|MD|NIST|PEP|RFC|RSA|SHA|TLS|UTF|WCAG)$/u;

/** Whether ids with these letters are numbered by others, and for everyone: `RFC-2119`, `ISO-27001`. */
export function isPublicSeries(prefix: string): boolean {
  return PUBLIC.test(prefix);
}

/**
 * Whether ids with these letters number requirements: customary ones, and those that the template numbers by. Whatever else
 * looks like an id (`UTF-8`, a ticket, a model of a phone) is defined somewhere that nobody can look into.
 */
export function numbersRequirements(prefix: string, schema: Schema | undefined): boolean {
  if (isPublicSeries(prefix)) return false;
  return (
    CUSTOMARY.test(prefix) ||
    (schema?.allSlots.some(({ content }) => content.idPrefixes.includes(prefix)) ?? false)
  );
}

/** The letters by which a document numbers the requirements that it defines. */
export function requirementPrefixes(
  facts: readonly IdentifierFact[],
  schema: Schema | undefined,
): ReadonlySet<string> {
  const labels = facts.filter(({ place, isLabel }) => isLabel && place !== 'text');
  const prefixes = new Set(labels.map(({ prefix }) => prefix));
  return new Set([...prefixes].filter((prefix) => numbersRequirements(prefix, schema)));
}

function dateOf({ model, schema }: Spec): string | undefined {
  const dates = new Set(schema.fields.filter(({ kind }) => kind === 'date').map(({ folded }) => folded));
  const field = model.shape.fields.find(({ folded }) => dates.has(folded));
  return field && /\d{4}-\d{2}-\d{2}/u.exec(field.value)?.[0];
}

function setsAreEqual(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((value) => b.has(value));
}
