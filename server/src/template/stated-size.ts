import type { DocumentShape } from '../model/document-shape';
import { ownSettings } from '../model/own-key';
import { PROJECT_SIZES, type ProjectSize } from './schema';

/** `specwright: { size: small }` in the front matter, or a comment `<!-- specwright-size small -->`. */
export function statedSize({ frontMatter, sizeDirective }: DocumentShape): ProjectSize | undefined {
  return projectSize(ownSettings(frontMatter)?.size) ?? projectSize(sizeDirective);
}

/** A size of project as people write it; undefined for anything else. */
export function projectSize(value: unknown): ProjectSize | undefined {
  const name = typeof value === 'string' ? value.trim().toLowerCase() : '';
  return PROJECT_SIZES.find((size) => size === name);
}
