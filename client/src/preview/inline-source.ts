import type MarkdownIt from 'markdown-it';

export type Token = ReturnType<MarkdownIt['parse']>[number];

type Helpers = Pick<MarkdownIt, 'helpers' | 'utils'>;

/** For each child of an inline token that is text: where each of its UTF-16 units stands in the source of the token. */
export type TextPlaces = ReadonlyMap<Token, readonly number[]>;

/**
 * Finds where the text of an inline token stands in its source, which markdown-it does not say: escapes, entities, emphasis, links
 * and code are gone from it. Text whose place is not certain is left out, such as text that another plugin has made.
 */
export function textPlaces({ content: source, children }: Token, md: Helpers): TextPlaces {
  const places = new Map<Token, readonly number[]>();
  /** How far the source is read. */
  let at = 0;
  /** Whether the next child starts there. */
  let certain = true;
  const links: boolean[] = [];
  for (const token of children ?? []) {
    if (token.type === 'text') {
      if (!certain) {
        const only = onlyPlaceOf(token.content, source, at);
        if (only === undefined) continue;
        at = only;
      }
      const units = unitsOf(token.content, source, at, md);
      certain = units !== undefined;
      if (!units) continue;
      places.set(token, units.starts);
      at = units.end;
      continue;
    }
    if (token.type === 'link_open') links.push(isWritten(token));
    const isLink = token.type === 'link_close' ? (links.pop() ?? false) : isWritten(token);
    const end = certain ? endOf(token, isLink, source, at, md) : undefined;
    certain = end !== undefined;
    at = end ?? at;
  }
  return places;
}

/** Whether a link is written in brackets; others have their address for a text. */
function isWritten({ info }: Token): boolean {
  return info !== 'auto';
}

/** Where the source of a child that is no text ends; undefined where that is not certain. */
function endOf(token: Token, isLink: boolean, source: string, at: number, md: Helpers): number | undefined {
  const after = (text: string) => (source.startsWith(text, at) ? at + text.length : undefined);
  switch (token.type) {
    case 'softbreak':
    case 'hardbreak': {
      const lineBreak = /[ ]*\\?\n[ \t]*/uy;
      lineBreak.lastIndex = at;
      return lineBreak.exec(source) ? lineBreak.lastIndex : undefined;
    }
    case 'code_inline': {
      const start = after(token.markup);
      if (start === undefined) return undefined;
      const ticks = /`+/gu;
      ticks.lastIndex = start;
      for (let run = ticks.exec(source); run; run = ticks.exec(source))
        if (run[0].length === token.markup.length) return ticks.lastIndex;
      return undefined;
    }
    case 'html_inline':
      return after(token.content);
    case 'link_open':
      if (token.markup === 'linkify') return at;
      return after(isLink ? '[' : '<');
    case 'link_close':
      if (token.markup === 'linkify') return at;
      if (!isLink) return after('>');
      return source[at] === ']' ? behindLabel(source, at + 1, md) : undefined;
    case 'image': {
      const end = after(`![${token.content}]`);
      return end === undefined ? undefined : behindLabel(source, end, md);
    }
    default:
      return token.markup === '' ? undefined : after(token.markup);
  }
}

/** Where a link or an image ends whose text ends at `at`: behind its address, or behind the name of its definition. */
function behindLabel(source: string, at: number, { helpers }: Helpers): number {
  const skip = (pattern: RegExp, from: number) => {
    pattern.lastIndex = from;
    return pattern.exec(source) ? pattern.lastIndex : from;
  };
  const name = skip(/\[(?:\\.|[^[\]\\])*\]/uy, at);
  if (source[at] !== '(') return name;
  let end = skip(/\s*/uy, at + 1);
  const address = helpers.parseLinkDestination(source, end, source.length);
  if (address.ok) {
    end = address.pos;
    const start = skip(/\s*/uy, end);
    const title = helpers.parseLinkTitle(source, start, source.length);
    end = skip(/\s*/uy, title.ok && start > end ? title.pos : end);
  }
  return source[end] === ')' ? end + 1 : at;
}

interface Units {
  readonly starts: readonly number[];
  readonly end: number;
}

/** Where each unit of a text stands; undefined where the source says something else there. */
function unitsOf(text: string, source: string, from: number, { utils }: Helpers): Units | undefined {
  const starts: number[] = [];
  let at = from;
  while (starts.length < text.length) {
    const wanted = starts.length;
    const special = /\\[!-/:-@[-`{-~]|&(?:#x[\da-f]{1,6}|#\d{1,7}|[a-z][a-z\d]{1,31});/iuy;
    special.lastIndex = at;
    const written = special.exec(source)?.[0];
    const read = written === undefined ? undefined : utils.unescapeAll(written);
    if (written !== undefined && read !== written && text.startsWith(read!, wanted)) {
      for (let unit = 0; unit < read!.length; unit++) starts.push(at);
      at += written.length;
    } else if (source[at] === text[wanted]) {
      starts.push(at);
      at += 1;
    } else return undefined;
  }
  return { starts, end: at };
}

/** The only place from `from` on where a text stands in the source; undefined where there are none or several. */
function onlyPlaceOf(text: string, source: string, from: number): number | undefined {
  const at = text.trim() === '' ? -1 : source.indexOf(text, from);
  return at < 0 || source.includes(text, at + 1) ? undefined : at;
}
