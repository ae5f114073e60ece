import { isMap, isScalar, parseDocument, type Node, type Pair, type YAMLMap } from 'yaml';
import type { DocumentModel } from '../../../model/document-model';
import { OWN_KEY } from '../../../model/own-key';
import type { TextEdit } from '../../../text/edit';
import { lineEnd, lineStart } from '../../../text/line';
import { shiftSpan, type Span } from '../../../text/span';

/** What of Specwright's settings in the front matter is about the template. */
const ABOUT_TEMPLATE = new Set(['template', 'version']);

/**
 * Takes away what a document says of its template, in comments and in the front matter; no edits where it says nothing, and
 * none in a front matter whose author has remarks there.
 */
export function removeAssociation(model: DocumentModel): TextEdit[] {
  const { tree } = model;
  const settings = inFrontMatter(model).filter(({ start, end }) => !tree.slice(start, end).includes('#'));
  const spans = [...settings, ...comments(model)];
  return spans.map((span) => ({ span, newText: '' }));
}

/** The comments that name a template, each with its line and a blank one below where it stands alone. */
function comments({ directives, tree }: DocumentModel): Span[] {
  const { text } = tree;
  return directives
    .filter(({ directive }) => directive.kind === 'template')
    .map(({ directive, chunk }) => {
      const span = shiftSpan(directive.span, tree.chunkStart(chunk));
      const isAlone =
        /^[ \t]*$/u.test(text.slice(lineStart(text, span.start), span.start)) &&
        /^[ \t]*$/u.test(text.slice(span.end, lineEnd(text, span.end)));
      if (!isAlone) return span;
      const rest = /^[ \t]*(?:\r\n|\n|\r|$)(?:[ \t]*(?:\r\n|\n|\r))?/u.exec(text.slice(span.end))!;
      return { start: lineStart(text, span.start), end: span.end + rest[0].length };
    });
}

function inFrontMatter({ tree }: DocumentModel): Span[] {
  const { frontMatter, text } = tree;
  if (!frontMatter) return [];
  const { yaml, contentSpan, span } = frontMatter;
  const { contents } = parseDocument(yaml, { prettyErrors: false, logLevel: 'silent' });
  const own = isMap(contents) ? contents.items.find((pair) => keyOf(pair) === OWN_KEY) : undefined;
  if (!own || !isMap(contents) || contents.flow) return [];
  const settings = own.value as Node | null | undefined;
  const about = isMap(settings) ? settings.items.filter((pair) => ABOUT_TEMPLATE.has(keyOf(pair))) : [];
  if (isMap(settings) && about.length < settings.items.length)
    return settings.flow
      ? flowItems(settings, about, contentSpan.start)
      : about.map((pair) => linesOf(text, pair, contentSpan.start));
  if (!isMap(settings) && !isScalar(settings)) return [];
  // A front matter that said nothing else goes as a whole.
  if (contents.items.length > 1 || yaml.includes('#')) return [linesOf(text, own, contentSpan.start)];
  const blank = /^(?:[ \t]*(?:\r\n|\n|\r))?/u.exec(text.slice(span.end))![0].length;
  return [{ start: span.start, end: span.end + blank }];
}

/** The lines of an entry. */
function linesOf(text: string, { key, value }: Pair, base: number): Span {
  const start = lineStart(text, base + (key as Node).range![0]);
  const last = base + ((value as Node | null)?.range?.[1] ?? (key as Node).range![1]);
  // What is nested ends where the next entry starts.
  const end = lineEnd(text, start + text.slice(start, last).trimEnd().length);
  const eol = /^(?:\r\n|\n|\r)/u.exec(text.slice(end))?.[0].length ?? 0;
  return { start, end: end + eol };
}

/** Entries between braces, each with the comma that parts it from one that stays. */
function flowItems({ items }: YAMLMap, gone: readonly Pair[], base: number): Span[] {
  const startOf = ({ key }: Pair) => base + (key as Node).range![0];
  const endOf = ({ key, value }: Pair) =>
    base + ((value as Node | null)?.range?.[1] ?? (key as Node).range![1]);
  const firstKept = items.findIndex((pair) => !gone.includes(pair));
  return gone.map((pair) => {
    const at = items.indexOf(pair);
    return at < firstKept
      ? { start: startOf(pair), end: startOf(items[at + 1]!) }
      : { start: endOf(items[at - 1]!), end: endOf(pair) };
  });
}

function keyOf({ key }: Pair): string {
  return isScalar(key) ? String(key.value) : '';
}
