import type { DocumentId } from '../../template/spec-id';
import { areEditions } from './document-names';
import type { Exports } from './exports';

/**
 * What the documents of a workspace export, taken together. Immutable, and the same object while no document exports anything
 * else than before.
 */
export class Catalogue {
  private readonly definers = new Map<string, number>();
  private readonly numberers = new Map<string, number>();
  private readonly named = new Map<string, number>();
  private readonly specs = new Map<string, string[]>();

  /**
   * @param isComplete whether every document of the workspace is in it
   * @param documents by URI, as `plainUri` writes it
   */
  constructor(
    readonly isComplete: boolean,
    readonly documents: ReadonlyMap<string, Exports>,
  ) {
    for (const [uri, { specId, requirements, prefixes, names }] of documents) {
      count(requirements, this.definers);
      count(prefixes, this.numberers);
      count(names, this.named);
      if (specId !== undefined) this.specs.set(specId, [...(this.specs.get(specId) ?? []), uri]);
    }
  }

  /**
   * The other documents with this id of their own, given as `documentKey` writes it; the oldest first. Translations and
   * versions of one document have one id.
   */
  specsWithId(id: string, except: string): string[] {
    const others = (this.specs.get(id) ?? []).filter((uri) => uri !== except && !areEditions(uri, except));
    return others.sort((a, b) => (this.isOlder(a, b) ? -1 : 1));
  }

  /** Whether a document is from an earlier day, or else comes first by its path; one without a date comes last. */
  isOlder(uri: string, than: string): boolean {
    const key = (each: string) => `${this.documents.get(each)?.date ?? '9999'} ${each}`;
    return key(uri) < key(than);
  }

  /** Whether another document defines a requirement, given as `requirementKey` writes it. */
  defines(requirement: string, except: string): boolean {
    return this.has(this.definers, requirement, this.documents.get(except)?.requirements);
  }

  /** Whether another document numbers its requirements by these letters. */
  numbersBy(prefix: string, except: string): boolean {
    return this.has(this.numberers, prefix, this.documents.get(except)?.prefixes);
  }

  /** Whether another document goes by this id, given as `documentKey` writes it. */
  hasDocument(name: string, except: string): boolean {
    return this.has(this.named, name, this.documents.get(except)?.names);
  }

  /** Whether another document goes by an id with these letters. */
  hasDocumentsOf(prefix: string, except: string): boolean {
    for (const name of this.named.keys())
      if (name.startsWith(`${prefix}-`) && this.hasDocument(name, except)) return true;
    return false;
  }

  /** One more than the highest number that any document has with this stem. */
  nextId({ stem, digits }: DocumentId): string {
    let highest = 0;
    for (const name of this.named.keys()) {
      const number = name.startsWith(stem) ? Number(name.slice(stem.length)) : NaN;
      if (number > highest) highest = number;
    }
    return `${stem}${String(highest + 1).padStart(digits, '0')}`;
  }

  private has(counts: ReadonlyMap<string, number>, key: string, own: ReadonlySet<string> | undefined) {
    return (counts.get(key) ?? 0) > (own?.has(key) ? 1 : 0);
  }
}

function count(keys: ReadonlySet<string>, into: Map<string, number>): void {
  for (const key of keys) into.set(key, (into.get(key) ?? 0) + 1);
}
