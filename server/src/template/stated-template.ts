import type { DocumentShape } from '../model/document-shape';
import { OWN_KEY } from '../model/own-key';
import type { Schema, Slot } from './schema';
import { isNewer, isVersion } from './version';

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
  const own = (frontMatter as Record<string, unknown> | null | undefined)?.[OWN_KEY];
  const settings = typeof own === 'object' && own !== null ? (own as Record<string, unknown>) : undefined;
  const template = settings ? settings.template : own;
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
  return (id === undefined || id === schema.id) && version !== undefined && isNewer(since, version);
}

function versionIn(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && isVersion(text.trim()) ? text.trim() : undefined;
}
