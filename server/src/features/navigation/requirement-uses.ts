import { t } from '@vscode/l10n';
import { findIdentifiers } from '../../model/identifier';
import type { OpenDocument } from '../../workspace/open-document';
import { asOpen, type Search } from '../../workspace/folder-documents';
import { escapedUri, plainUri } from '../../workspace/uri';
import { modelOf, pathOf, type Folder, type Use } from './folder';
import { definitionsOf, mentionsOf, ownersOf, partsOf } from './requirement-owners';

/** A quick look at whether a text may mention a requirement, or a range in which it lies. */
export function mayMention(text: string, key: string): boolean {
  const { prefix, number } = partsOf(key);
  if (!text.includes(`${prefix}-`)) return false;
  return findIdentifiers(text, 0, 'text').some(
    (fact) => fact.prefix === prefix && fact.number <= number && number <= fact.last,
  );
}

/** Where a requirement is defined that a document mentions. */
export async function requirementDefinitions(
  document: OpenDocument,
  key: string,
  folder: Folder,
): Promise<Use[]> {
  const found: Use[] = [];
  for (const owner of ownersOf(asOpen(document), key, folder)) {
    const at = await folder.documents.find(
      owner === plainUri(document.uri) ? document.uri : escapedUri(owner),
    );
    if (!at) continue;
    for (const { span } of definitionsOf(modelOf(at.document), key))
      found.push({ at, span, isDefinition: true });
  }
  return found;
}

/**
 * Where a document mentions a requirement, or a range in which it lies.
 * @param isOwner whether it is a requirement of that document
 */
export function requirementUsesIn(at: Use['at'], key: string, isOwner: boolean, doubt?: string): Use[] {
  const model = modelOf(at.document);
  const defined = new Set(isOwner ? definitionsOf(model, key).map(({ span }) => span.start) : []);
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
  const mentionsIt = (text: string) => mayMention(text, key);
  const { documents } = folder.catalogue;
  const search: Search = {
    mayBeIn: (text, uri) =>
      (owners.includes(plainUri(uri)) || documents.get(plainUri(uri))?.stated.has(key) !== true) &&
      mentionsIt(text),
    mayBeInPart: mentionsIt,
  };
  const found: Use[] = [];
  for await (const at of folder.documents.having(search)) {
    const { uri } = at.document;
    const meant = ownersOf(at, key, folder);
    const isOwner = owners.includes(plainUri(uri));
    if (!isOwner && !meant.some((owner) => owners.includes(owner))) continue;
    const other = meant.find((owner) => !owners.includes(owner));
    const doubt = other && t('May mean {0} of {1}', key, pathOf(other, folder));
    found.push(...requirementUsesIn(at, key, isOwner, doubt));
  }
  return found;
}
