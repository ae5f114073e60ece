import type { DocumentModel } from '../../model/document-model';
import { requirementMentions, type RequirementMention } from '../../model/id-mentions';
import { documentIdsIn } from '../../template/spec-id';
import { statedBy } from '../../workspace/index/exports';
import { linkTarget } from '../../workspace/index/link-target';
import { definersOf, documentsNamed } from '../../workspace/index/definers';
import type { FolderDocument } from '../../workspace/folder-documents';
import { plainUri } from '../../workspace/uri';
import { bestDefinitions, definesRequirement } from '../requirement-definitions';
import { modelOf, type Folder } from './folder';

/** What follows what shows a link, in Markdown and HTML. */
const LINKED = /(?:\]\(\s*<?|\]:\s*<?|href\s*=\s*["']?)([^\s<>()"'#]+)/giu;

/** Whether a document defines a requirement, given as `requirementKey` writes it. */
export function isDefinedIn(model: DocumentModel, key: string): boolean {
  return model.content.identifiers.some(({ fact }) => definesRequirement(fact, key));
}

/** Whether a document says something of a requirement beyond its id. */
export function statesRequirement(model: DocumentModel, key: string): boolean {
  return model.content.identifiers.some(({ fact }) => statedBy(fact).includes(key));
}

/**
 * The documents whose requirement is meant where a document mentions one: each spec numbers its own from 1 on, so its own comes
 * first, then those of the documents that it links to or names, then those of any other.
 * @returns URIs as `plainUri` writes them
 */
export function ownersOf(at: FolderDocument, key: string, folder: Folder): string[] {
  const { document } = at;
  const own = plainUri(document.uri);
  const model = modelOf(document);
  if (statesRequirement(model, key)) return [own];
  const others = definersOf(folder.catalogue, key).filter((uri) => uri !== own);
  // An id that stands alone in a list refers to that of another document, unless a spec lists its own.
  const isListed = isDefinedIn(model, key);
  if (others.length === 0) return isListed ? [own] : [];
  if (others.length === 1 && !isListed) return others;
  const named = documentsNamedIn(at, folder);
  const narrowed = others.filter((uri) => named.has(uri));
  if (narrowed.length > 0) return narrowed;
  return isListed && document.spec ? [own] : others;
}

/** The documents that a document seems to link to, or names by their ids; read from its text, since it only decides between others. */
function documentsNamedIn(
  { document, text }: FolderDocument,
  { catalogue, documents }: Folder,
): ReadonlySet<string> {
  const linked = Array.from(text.matchAll(LINKED), ([, url]) => url!).flatMap(
    (url) => linkTarget(url, document.uri, documents.root)?.candidates ?? [],
  );
  const keys = new Set(documentIdsIn(text).map(({ key }) => key));
  const named = [...keys].flatMap((key) => documentsNamed(catalogue, key));
  return new Set([...linked.map(plainUri), ...named]);
}

/** The mentions of a requirement in a document, ranges that it lies in among them. */
export function mentionsOf(model: DocumentModel, key: string): RequirementMention[] {
  const { prefix, number } = partsOf(key);
  return requirementMentions(model).filter(
    ({ fact }) => fact.prefix === prefix && fact.number <= number && number <= fact.last,
  );
}

/** The letters and the number of a requirement, given as `requirementKey` writes it. */
export function partsOf(key: string): { readonly prefix: string; readonly number: number } {
  const dash = key.lastIndexOf('-');
  return { prefix: key.slice(0, dash), number: Number(key.slice(dash + 1)) };
}

/** The places that define a requirement best. */
export function definitionsOf(model: DocumentModel, key: string): readonly RequirementMention[] {
  return bestDefinitions(mentionsOf(model, key), key);
}
