import type { Catalogue } from './catalogue';

/**
 * The documents that define a requirement, given as `requirementKey` writes it: those that say something of it, or else those
 * that have its id in the place of a definition. URIs as `plainUri` writes them.
 */
export function definersOf({ documents }: Catalogue, requirement: string): string[] {
  const certain = [...documents].filter(([, { stated }]) => stated.has(requirement));
  const found = [...documents].filter(([, { requirements }]) => requirements.has(requirement));
  return (certain.length > 0 ? certain : found).map(([uri]) => uri);
}

/** The documents that state an id as their own, given as `documentKey` writes it; URIs as `plainUri` writes them. */
export function specsOf({ documents }: Catalogue, id: string): string[] {
  return [...documents].filter(([, { specId }]) => specId === id).map(([uri]) => uri);
}

/** The documents that go by an id: those that state it as their own; or else those whose title or file has it. */
export function documentsNamed(catalogue: Catalogue, id: string): string[] {
  const own = specsOf(catalogue, id);
  if (own.length > 0) return own;
  return [...catalogue.documents].filter(([, { names }]) => names.has(id)).map(([uri]) => uri);
}
