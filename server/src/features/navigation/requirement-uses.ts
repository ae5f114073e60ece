import { findIdentifiers } from '../../model/identifier';
import type { OpenDocument } from '../../workspace/open-document';
import { escapedUri, plainUri } from '../../workspace/uri';
import { modelOf, pathOf, type Folder, type Use } from './folder';
import { definesRequirement, definitionsOf, mentionsOf, ownersOf, partsOf } from './requirement-owners';

/** Where a requirement is defined that a document mentions. */
export async function requirementDefinitions(
  document: OpenDocument,
  key: string,
  folder: Folder,
): Promise<Use[]> {
  const found: Use[] = [];
  for (const owner of ownersOf(document, key, folder)) {
    const at = await folder.documents.find(
      owner === plainUri(document.uri) ? document.uri : escapedUri(owner),
    );
    if (!at) continue;
    for (const { span } of definitionsOf(modelOf(at.document), key))
      found.push({ at, span, isDefinition: true });
  }
  return found;
}

/** Where a document mentions a requirement, or a range in which it lies. */
export function requirementUsesIn(at: Use['at'], key: string, doubt?: string): Use[] {
  const model = modelOf(at.document);
  const defined = new Set(definitionsOf(model, key).map(({ span }) => span.start));
  return mentionsOf(model, key).map(({ span, fact }) => ({
    at,
    span,
    isDefinition: defined.has(span.start),
    isRange: fact.last > fact.number,
    ...(doubt === undefined ? {} : { doubt }),
  }));
}

/**
 * Where the documents of the folder mention a requirement of these documents. Where others have one with the same id, it is the
 * one of the document that the mention stands in, or of those that it names.
 * @param owners as `plainUri` writes them
 */
export async function requirementUses(
  owners: readonly string[],
  key: string,
  folder: Folder,
): Promise<Use[]> {
  const { prefix, number } = partsOf(key);
  const mentionsIt = (text: string) =>
    text.includes(`${prefix}-`) &&
    findIdentifiers(text, 0, 'text').some(
      (fact) => fact.prefix === prefix && fact.number <= number && number <= fact.last,
    );
  const { documents } = folder.catalogue;
  const isToRead = (text: string, uri: string) =>
    (owners.includes(plainUri(uri)) || documents.get(plainUri(uri))?.requirements.has(key) !== true) &&
    mentionsIt(text);
  const found: Use[] = [];
  for await (const at of folder.documents.having(isToRead)) {
    const { uri } = at.document;
    if (owners.includes(plainUri(uri))) found.push(...requirementUsesIn(at, key));
    else if (!definesRequirement(modelOf(at.document), key)) {
      const meant = ownersOf(at.document, key, folder);
      if (!meant.some((owner) => owners.includes(owner))) continue;
      const other = meant.find((owner) => !owners.includes(owner));
      found.push(...requirementUsesIn(at, key, other && `May mean ${key} of ${pathOf(other, folder)}`));
    }
  }
  return found;
}
