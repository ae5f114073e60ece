import type { DocumentModel } from '../../model/document-model';
import type { Section } from '../../model/section';
import type { TextEdit } from '../../text/edit';
import type { Span } from '../../text/span';
import { anchorTargets } from './anchor-targets';
import { labelsIn } from './labels-in';

/** What has to change so that all links lead where they did. */
export interface MovedLinks {
  /** In the part that becomes a document of its own; absolute, as are all spans. */
  readonly inside: readonly TextEdit[];
  readonly outside: readonly TextEdit[];
  /** Link definitions that the part needs and that stay in the rest. */
  readonly definitions: readonly string[];
}

/** A part of a document that becomes one of its own, in the same folder. */
export interface MovedPart {
  /** The first leaves its heading behind. */
  readonly parts: readonly Section[];
  readonly span: Span;
  /** The name of the document's file. */
  readonly own: string;
  /** The name of the new one. */
  readonly other: string;
}

/** HTML is not read for links. */
const HTML_LINK = /<a\b[^>]*\bhref\s*=\s*["']?#/iu;

/** Relative paths stay right, since both files are in one folder. Undefined where a link cannot be rewritten. */
export function moveLinks(
  model: DocumentModel,
  { parts, span, own, other }: MovedPart,
): MovedLinks | undefined {
  const { tree, content } = model;
  if (tree.chunks.some(({ text }) => HTML_LINK.test(text))) return undefined;
  const targetOf = anchorTargets(model, parts, span);
  const ownUrl = encodeURIComponent(own).replace(/[()]/gu, (mark) => (mark === '(' ? '%28' : '%29'));
  const isIn = ({ start, end }: Span) => start >= span.start && end <= span.end;
  /** The URL for a reader of the part or of the rest; undefined where it stays. */
  const rewritten = (url: string, isFromPart: boolean): string | undefined => {
    const [, file, anchor] = /^((?:\.\/)?[^#]*)#(.*)$/u.exec(url) ?? [];
    if (anchor === undefined || !['', own, ownUrl, `./${own}`, `./${ownUrl}`].includes(file!))
      return undefined;
    const target = targetOf(decoded(anchor), isFromPart);
    if (!target) return undefined;
    const stays = isFromPart ? '' : file!;
    const path = target.isInPart === isFromPart ? stays : target.isInPart ? other : ownUrl;
    const now = `${path}#${target.anchor}`;
    return now === url ? undefined : now;
  };
  const inside: TextEdit[] = [];
  const outside: TextEdit[] = [];
  for (const [index, { fact }] of content.links.entries()) {
    const place = model.contentSpan('links', index);
    const now = rewritten(fact.url, isIn(place));
    if (now === undefined) continue;
    const at = tree.slice(place.start, place.end).lastIndexOf(fact.url);
    if (at < 0) return undefined;
    const start = place.start + at;
    (isIn(place) ? inside : outside).push({ span: { start, end: start + fact.url.length }, newText: now });
  }
  const labels = labelsIn(model).filter(({ kind }) => kind === 'link');
  const used = new Set(
    labels.filter((each) => !each.isDefinition && isIn(each.span)).map(({ label }) => label),
  );
  const definitions: string[] = [];
  for (const { label, span: place, isDefinition } of labels) {
    if (!isDefinition || isIn(place) || !used.delete(label)) continue;
    const index = content.links.findIndex(
      ({ fact }, at) => fact.isDefinition && model.contentSpan('links', at).start === place.start,
    );
    const source = tree.slice(place.start, place.end);
    const url = content.links[index]?.fact.url;
    const now = url === undefined ? undefined : rewritten(url, true);
    if (/[\r\n]/u.test(source) || (now !== undefined && !source.includes(url!))) return undefined;
    definitions.push(now === undefined ? source : source.replace(url!, () => now));
  }
  return { inside, outside, definitions };
}

function decoded(anchor: string): string {
  try {
    return decodeURIComponent(anchor);
  } catch {
    return anchor;
  }
}
