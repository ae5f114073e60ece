/** The key under which Specwright's own settings stand in a front matter; it is never a field of the document. */
export const OWN_KEY = 'specwright';

/** Those settings as a map; undefined where there is none. */
export function ownSettings(frontMatter: unknown): Readonly<Record<string, unknown>> | undefined {
  const own = (frontMatter as Record<string, unknown> | null | undefined)?.[OWN_KEY];
  return typeof own === 'object' && own !== null ? (own as Record<string, unknown>) : undefined;
}
