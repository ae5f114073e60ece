import type { DocumentShape } from '../model/document-shape';
import { OWN_KEY, ownSettings } from '../model/own-key';
import type { Schema, Slot } from './schema';
import { compareVersions, isVersion, versionNumber } from './version';

/** What a document says of the template that it was written from. */
export interface StatedTemplate {
  readonly id: string | undefined;
  /** The version that the template had then. */
  readonly version: string | undefined;
}

/**
 * `specwright: { template: ID, version: "1.2" }` in the front matter, or a comment `<!-- specwright-template ID 1.2 -->`.
 * @param known the templates there are: an id may hold spaces, and may end in a number that is no version
 */
export function statedTemplate(
  { frontMatter, templateDirective }: DocumentShape,
  known: readonly Pick<Schema, 'id'>[],
): StatedTemplate {
  const settings = ownSettings(frontMatter);
  // `specwright: ID` says as much as `specwright: { template: ID }`.
  const template = settings ? settings.template : (frontMatter as Record<string, unknown> | null)?.[OWN_KEY];
  const named = typeof template === 'string' ? template : templateDirective;
  const version = versionIn(settings?.version);
  if (named === undefined || known.some(({ id }) => id === named)) return { id: named, version };
  const [, id, last] = /^(.*\S)\s+(\S+)$/su.exec(named) ?? [];
  return last !== undefined && isVersion(last) ? { id, version: version ?? last } : { id: named, version };
}

/** Whether a slot came into the template after the version that the document was written from. */
export function isAddedSince({ since }: Slot, shape: DocumentShape, schema: Schema): boolean {
  if (since === undefined) return false;
  const { id, version } = statedTemplate(shape, [schema]);
  if (version === undefined || (id !== undefined && id !== schema.id)) return false;
  return compareVersions(versionNumber(since) ?? [], versionNumber(version) ?? []) > 0;
}

function versionIn(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && isVersion(text.trim()) ? text.trim() : undefined;
}
