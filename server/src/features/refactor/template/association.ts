import { isMap, isScalar, parseDocument, type Node, type Pair, type YAMLMap } from 'yaml';
import type { DocumentModel } from '../../../model/document-model';
import { OWN_KEY } from '../../../model/own-key';
import { yamlText } from '../../../rules/engine/yaml-text';
import type { TextEdit } from '../../../text/edit';
import { dominantEol, lineEnd, lineStart } from '../../../text/line';
import { shiftSpan, touch, type Span } from '../../../text/span';
import type { Schema } from '../../../template/schema';

/** What a document is to say of its template. */
export type Association = Pick<Schema, 'id' | 'version'>;

/** Rewrites what a document says of its template, in a comment or in the front matter; no edits where it says nothing. */
export function changeAssociation(model: DocumentModel, association: Association): TextEdit[] {
  return [...inFrontMatter(model, association), ...inComment(model, association)];
}

/** Adds a comment that names the template, above the first line of the body. */
export function addAssociation({ tree }: DocumentModel, association: Association): TextEdit {
  const { text, bodyStart } = tree;
  const eol = dominantEol(text);
  const start = bodyStart + /^(?:[ \t]*(?:\r\n|\n|\r))*/u.exec(text.slice(bodyStart))![0].length;
  const newText = `<!-- specwright-template${namesOf(association)} -->${eol}${eol}`;
  return { span: { start, end: start }, newText };
}

/** Whether a place is at the comment that names the template. */
export function isAtAssociation(model: DocumentModel, span: Span): boolean {
  const named = model.directives.find(({ directive }) => directive.kind === 'template');
  return !!named && touch(shiftSpan(named.directive.span, model.tree.chunkStart(named.chunk)), span);
}

function namesOf({ id, version }: Association): string {
  return ` ${id}${version === undefined ? '' : ` ${version}`}`;
}

function inComment(model: DocumentModel, association: Association): TextEdit[] {
  const named = model.directives.find(({ directive }) => directive.kind === 'template');
  if (!named) return [];
  const span = shiftSpan(named.directive.span, model.tree.chunkStart(named.chunk));
  const comment = model.tree.slice(span.start, span.end);
  // A reason may stand behind ` -- `.
  const [, opening, reason = ''] = /^(<!--\s*specwright-template)[^]*?(\s--\s[^]*?)?\s*-->$/u.exec(comment)!;
  return [{ span, newText: `${opening}${namesOf(association)}${reason} -->` }];
}

function inFrontMatter({ tree }: DocumentModel, { id, version }: Association): TextEdit[] {
  const { frontMatter } = tree;
  if (!frontMatter) return [];
  const { yaml } = frontMatter;
  const base = frontMatter.contentSpan.start;
  const { contents } = parseDocument(yaml, { prettyErrors: false, logLevel: 'silent' });
  const own = isMap(contents) ? contents.items.find((pair) => keyOf(pair) === OWN_KEY) : undefined;
  const settings = own?.value as Node | null | undefined;
  const replaced = (node: Node, newText: string) => ({
    span: shiftSpan({ start: node.range![0], end: node.range![1] }, base),
    newText,
  });
  if (isScalar(settings)) {
    const name = yamlText(id);
    return [
      replaced(settings, version === undefined ? name : `{ template: ${name}, version: "${version}" }`),
    ];
  }
  if (!isMap(settings)) return [];
  const [template, stated] = ['template', 'version'].map((key) =>
    settings.items.find((pair) => keyOf(pair) === key),
  );
  const edits: TextEdit[] = [];
  if (isScalar(template?.value)) edits.push(replaced(template.value, yamlText(id)));
  if (isScalar(stated?.value)) {
    if (version !== undefined) edits.push(replaced(stated.value, `"${version}"`));
    else if (!settings.flow && settings.items.length > 1) edits.push(withoutLine(tree.text, stated, base));
    else if (settings.flow) edits.push(withoutItem(settings, stated, base));
  }
  return edits;
}

/** Takes away the line of a setting. */
function withoutLine(text: string, { key, value }: Pair, base: number): TextEdit {
  const start = lineStart(text, base + (key as Node).range![0]);
  const end = lineEnd(text, base + (value as Node).range![1]);
  return { span: { start, end: end + (text.startsWith('\r\n', end) ? 2 : 1) }, newText: '' };
}

/** Takes away a setting between braces, with the comma before or behind it. */
function withoutItem({ items }: YAMLMap, pair: Pair, base: number): TextEdit {
  const at = items.indexOf(pair);
  const [before, behind] = [items[at - 1], items[at + 1]];
  const start = before ? (before.value as Node).range![1] : (pair.key as Node).range![0];
  const end = !before && behind ? (behind.key as Node).range![0] : (pair.value as Node).range![1];
  return { span: { start: base + start, end: base + end }, newText: '' };
}

function keyOf({ key }: Pair): string {
  return isScalar(key) ? String(key.value) : '';
}
