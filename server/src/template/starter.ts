import type { FrontMatter } from '../syntax/front-matter';
import type { Span } from '../text/span';

/**
 * The Markdown that a new spec starts from: the template without its wrapper, its usage notes and its own settings.
 * @param cuts spans of the template's text that are no part of a spec, in order
 */
export function starterText(
  text: string,
  frontMatter: FrontMatter | undefined,
  ownSettings: Span | undefined,
  cuts: readonly Span[],
): string {
  const body = frontMatter?.span.end ?? 0;
  let result = '';
  let position = body;
  for (const cut of cuts) {
    result += withoutRule(text.slice(position, cut.start));
    position = cut.end;
  }
  result += text.slice(position);
  const metadata = frontMatter ? remainingYaml(text, frontMatter, ownSettings) : '';
  return `${metadata}${result.replace(/^(?:[ \t]*(?:\r\n|\n|\r))+/u, '').trimEnd()}\n`;
}

/** Without the thematic break that separated what follows. */
function withoutRule(text: string): string {
  return text.replace(/\s*(?:^|[\r\n])[ \t]*(?:-{3,}|\*{3,}|_{3,})\s*$/u, '\n\n');
}

/** The front matter of a new document: that of the template without the `specwright` key. */
function remainingYaml(text: string, frontMatter: FrontMatter, own: Span | undefined): string {
  const { yaml, span, contentSpan } = frontMatter;
  if (!own) return `${text.slice(span.start, span.end)}\n`;
  const kept = (yaml.slice(0, own.start) + yaml.slice(own.end)).trim();
  if (kept === '') return '';
  const opening = text.slice(span.start, contentSpan.start);
  return `${opening}${kept}\n---\n\n`;
}
