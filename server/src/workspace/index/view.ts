import type { Anchors } from '../../model/document-anchors';
import type { DocumentId } from '../../template/spec-id';
import { plainUri } from '../uri';
import type { Catalogue } from './catalogue';
import { linkTarget } from './link-target';

/** What is known of something that a link leads to. */
export interface TargetState {
  readonly exists: boolean;
  /** Of a Markdown file that could be read. */
  readonly anchors: Anchors | undefined;
}

/** What is known of a workspace at one moment; the same object while nothing that it says changes. */
export interface IndexSnapshot {
  readonly catalogue: Catalogue;
  /** By URI, as `plainUri` writes it; what is not in it is not known. */
  readonly targets: ReadonlyMap<string, TargetState>;
}

/** Whether a link leads somewhere. `unknown`: it is not to be judged, or not yet. */
export type LinkState = 'unknown' | 'found' | 'no-file' | 'no-anchor';

/** Another document with the same id. */
export interface Namesake {
  /** Relative to the folder of the workspace. */
  readonly path: string;
  /** Whether it had the id first. */
  readonly isOlder: boolean;
}

/**
 * What one document may ask of the others. Each answer is plain data, so that what a rule concluded from it holds as long as
 * the answer is the same.
 */
export interface WorkspaceView {
  /** Whether every document of the workspace has been read, so that what none of them has is nowhere. */
  isComplete(): boolean;
  /** The other specs that state this id as their own, given as `documentKey` writes it; the oldest first. */
  namesakes(id: string): readonly Namesake[];
  /** The first id behind all that are taken. */
  nextId(id: DocumentId): string;
  /** Whether another document defines a requirement, given as `requirementKey` writes it. */
  defines(requirement: string): boolean;
  /** Whether another document numbers its requirements by these letters. */
  numbersBy(prefix: string): boolean;
  /** Whether another document goes by this id, given as `documentKey` writes it. */
  hasDocument(name: string): boolean;
  /** Whether another document goes by an id with these letters. */
  hasDocumentsOf(prefix: string): boolean;
  /** @param url as the document has it */
  link(url: string): LinkState;
}

/** What can be said of other documents when none is known. */
export const NO_WORKSPACE: WorkspaceView = {
  isComplete: () => false,
  namesakes: () => [],
  nextId: ({ id }) => id,
  defines: () => false,
  numbersBy: () => false,
  hasDocument: () => false,
  hasDocumentsOf: () => false,
  link: () => 'unknown',
};

/** The view from a document. */
export function viewFrom(uri: string, root: string, { catalogue, targets }: IndexSnapshot): WorkspaceView {
  const own = plainUri(uri);
  const links = new Map<string, LinkState>();
  const stateOf = (url: string): LinkState => {
    const target = linkTarget(url, uri, root);
    if (!target) return 'unknown';
    if (target.within !== undefined && !targets.get(plainUri(target.within))?.exists) return 'unknown';
    const states = target.candidates.map((candidate) => targets.get(plainUri(candidate)));
    const found = states.find((state) => state?.exists);
    if (!found) return states.includes(undefined) ? 'unknown' : 'no-file';
    return target.anchor === '' || (found.anchors?.has(target.anchor) ?? true) ? 'found' : 'no-anchor';
  };
  const base = `${plainUri(root).replace(/\/$/u, '')}/`;
  return {
    isComplete: () => catalogue.isComplete,
    namesakes: (id) =>
      catalogue
        .specsWithId(id, own)
        .map((other) => ({
          path: other.startsWith(base) ? other.slice(base.length) : other,
          isOlder: catalogue.isOlder(other, own),
        })),
    nextId: (id) => catalogue.nextId(id),
    defines: (requirement) => catalogue.defines(requirement, own),
    numbersBy: (prefix) => catalogue.numbersBy(prefix, own),
    hasDocument: (name) => catalogue.hasDocument(name, own),
    hasDocumentsOf: (prefix) => catalogue.hasDocumentsOf(prefix, own),
    link(url) {
      let state = links.get(url);
      if (state === undefined) links.set(url, (state = stateOf(url)));
      return state;
    },
  };
}
