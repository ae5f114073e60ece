import type { DocumentModel } from '../../../model/document-model';
import { readYamlEntries } from '../../../model/metadata/yaml-entries';
import { lineEnd, lineStart } from '../../../text/line';
import type { TextEdit } from '../../../text/edit';
import type { Entry } from './entry';

/** What it takes to take fields out of the front matter. */
export interface Taken {
  readonly edits: readonly TextEdit[];
  /** The comments that go with them, without their marks. */
  readonly comments: readonly string[];
}

/**
 * Takes fields out of the front matter, and the front matter with them where nothing else is in it.
 * @returns undefined where it can't be taken apart
 */
export function takeFromFrontMatter({ tree }: DocumentModel, moved: readonly Entry[]): Taken | undefined {
  const { text, frontMatter, bodyStart } = tree;
  if (moved.length === 0) return { edits: [], comments: [] };
  if (!frontMatter) return undefined;
  const { contentSpan, span, yaml } = frontMatter;
  const entries = readYamlEntries(yaml);
  if (!entries) return undefined;
  const lines: TextEdit[] = [];
  const comments: string[] = [];
  for (const { field } of moved) {
    const entry = entries.find(({ key }) => key === field.name);
    if (!entry) return undefined;
    const start = lineStart(text, contentSpan.start + entry.span.start);
    const end = nextLine(text, contentSpan.start + entry.span.end);
    lines.push({ span: { start, end }, newText: '' });
    if (entry.comment !== undefined) comments.push(entry.comment);
  }
  const isEmptied = moved.length === entries.length;
  if (!isEmptied) return { edits: lines, comments };
  for (const [, comment] of yaml.matchAll(/(?:^|[\r\n])[ \t]*#[ \t]*([^\r\n]*)/gu))
    comments.push(comment!.trimEnd());
  // A byte order mark stays where it is.
  const behind = /^(?:[ \t]*(?:\r\n|\n|\r))*/u.exec(text.slice(bodyStart))![0];
  return { edits: [{ span: { start: span.start, end: bodyStart + behind.length }, newText: '' }], comments };
}

function nextLine(text: string, offset: number): number {
  const end = lineEnd(text, offset);
  return Math.min(end + (text.startsWith('\r\n', end) ? 2 : 1), text.length);
}
