import type { Html, Text } from 'mdast';
import type { Span } from '../text/span';
import { nodeSpan } from './inline-source';

/** A place that a link can lead to beside the headings at the root. Its span is relative to the chunk. */
export interface AnchorFact {
  /** As written: `overview` of `<a id="overview">` and of `{#overview}`; the title of a heading inside a list or quote. */
  readonly name: string;
  readonly span: Span;
}

/** Stands for every anchor there may be, in a document that takes in another. */
export const ANY_ANCHOR = '*';

const ATTRIBUTE = /\b(?:id|name)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/giu;
const HTML_HEADING = /<h[1-6]\b[^>]*>(.*)/giu;
const BRACES = /\{[^{}\r\n]*#([\w:.-]+)[^{}\r\n]*\}/gu;
/** Jekyll, mdBook, Hugo, AsciiDoc-like and MkDocs ways to take in another file. */
const INCLUDE = /\{%-?\s*include|\{\{\s*#include|\{\{[<%]\s*\w|^!include\b|--8<--/mu;

/** The anchors that a piece of HTML or text sets. */
export function readAnchors(node: Html | Text, source: string): AnchorFact[] {
  if (!/[{<]|!include|--8<--/u.test(node.value)) return [];
  const names = [
    ...Array.from(node.value.matchAll(BRACES), ([, name]) => name!),
    ...(node.type === 'html' ? namesInHtml(node.value) : []),
    ...(INCLUDE.test(node.value) ? [ANY_ANCHOR] : []),
  ];
  const span = node.position ? nodeSpan(node) : { start: 0, end: source.length };
  return names.filter((name) => name !== '').map((name) => ({ name, span }));
}

function namesInHtml(html: string): string[] {
  const attributes = Array.from(html.matchAll(ATTRIBUTE), ([, double, single, bare]) =>
    (double ?? single ?? bare)!.trim(),
  );
  const titles = Array.from(html.matchAll(HTML_HEADING), ([, title]) =>
    title!.replace(/<[^>]*>/gu, '').trim(),
  );
  return [...attributes, ...titles];
}
