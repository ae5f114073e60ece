import type { DocumentModel } from '../../model/document-model';
import type { Catalogue } from '../../workspace/index/catalogue';
import type { FolderDocument, FolderDocuments } from '../../workspace/folder-documents';
import type { OpenDocument } from '../../workspace/open-document';
import type { Span } from '../../text/span';
import { plainUri } from '../../workspace/uri';

/** What a request may ask of the folder around its document. */
export interface Folder {
  readonly documents: FolderDocuments;
  /** What each document exports. */
  readonly catalogue: Catalogue;
}

/** A place in a document where something is defined or meant. */
export interface Use {
  readonly at: FolderDocument;
  /** Absolute. */
  readonly span: Span;
  readonly isDefinition: boolean;
  /** Whether it begins a range, of which what is meant is one: `FR-1 to FR-5`. */
  readonly isRange?: boolean;
  /** Why it is not certain that this is what is meant, for a person; undefined where it is. */
  readonly doubt?: string;
}

/** Why something cannot be done, and what to do, for a person. */
export class Refusal extends Error {}

/** The document without the wrapper that it may stand in. */
export function modelOf({ spec, model }: Pick<OpenDocument, 'spec' | 'model'>): DocumentModel {
  return spec?.model ?? model;
}

/** The path of a document in its folder, for a person. */
export function pathOf(uri: string, { documents: { root } }: Folder): string {
  const plain = plainUri(uri);
  const base = `${plainUri(root).replace(/\/$/u, '')}/`;
  return plain.startsWith(base) ? plain.slice(base.length) : plain.slice(plain.lastIndexOf('/') + 1);
}
