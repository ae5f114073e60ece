import { plainUri } from '../uri';
import type { Seen } from './seen';

/** Another document of the workspace. */
export interface OtherDocument {
  /** From the folder of the document that asks, with `/`: `../prd/checkout.md`. */
  readonly path: string;
  readonly title: string | undefined;
  /** The id that it states as its own. */
  readonly id: string | undefined;
  /** The requirements that it defines, as written. */
  readonly requirements: readonly string[];
}

/** What the author of a document may want to write of others. No rule asks for it, so that it may change at any time. */
export interface WorkspaceLookup {
  /** The people that the others name, those first who are named most often. */
  people(): readonly string[];
  /** The other documents, the nearest first. */
  documents(): readonly OtherDocument[];
  /** The paths of the others that mention a requirement without defining it, the nearest first; given as `requirementKey` writes it. */
  mentioning(requirement: string): readonly string[];
}

/** What can be looked up where no other document is known. */
export const NO_LOOKUP: WorkspaceLookup = { people: () => [], documents: () => [], mentioning: () => [] };

/** @param seen by URI, as `plainUri` writes it */
export function lookupFrom(uri: string, root: string, seen: ReadonlyMap<string, Seen>): WorkspaceLookup {
  const own = plainUri(uri);
  const base = `${plainUri(root).replace(/\/$/u, '')}/`;
  const others = [...seen].filter(([key]) => key !== own && key.startsWith(base));
  return {
    people() {
      const times = new Map<string, number>();
      for (const [, { people }] of others)
        for (const name of people) times.set(name, (times.get(name) ?? 0) + 1);
      const names = [...times].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
      return names.map(([name]) => name);
    },
    documents() {
      const found = others.map(([key, { title, id, requirements }]) => ({
        path: relativePath(own, key),
        title,
        id,
        requirements,
      }));
      return found.sort((a, b) => byDistance(a.path, b.path));
    },
    mentioning(requirement) {
      const found = others.filter(([, { mentions }]) => mentions.has(requirement));
      return found.map(([key]) => relativePath(own, key)).sort(byDistance);
    },
  };
}

function byDistance(a: string, b: string): number {
  return a.split('/').length - b.split('/').length || (a < b ? -1 : 1);
}

function relativePath(from: string, to: string): string {
  const folders = from.split('/').slice(0, -1);
  const parts = to.split('/');
  let shared = 0;
  while (shared < folders.length && folders[shared] === parts[shared]) shared += 1;
  return [...folders.slice(shared).map(() => '..'), ...parts.slice(shared)].join('/');
}
