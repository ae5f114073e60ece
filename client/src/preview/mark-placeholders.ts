import type MarkdownIt from 'markdown-it';
import type { PreviewPlaceholder } from '../../../server/src/protocol';
import { findPlaceholders, type Stretch } from './find-placeholders';
import { textPlaces, type Token } from './inline-source';

/**
 * The tokens of a document with its placeholders marked. The tokens are left as they are: VS Code keeps them, and may render
 * them again when the placeholders are others.
 * @param title what a mark says when the pointer rests on it
 */
export function markPlaceholders(
  md: MarkdownIt,
  tokens: readonly Token[],
  placeholders: readonly PreviewPlaceholder[],
  title: string,
): Token[] {
  const found = findPlaceholders(tokens, placeholders);
  return tokens.map((token) => {
    const stretches = found.get(token);
    return stretches ? copyOf(token, { children: marked(md, token, stretches, title) }) : token;
  });
}

function copyOf(token: Token, changes: Partial<Token>): Token {
  return Object.assign(Object.create(Object.getPrototypeOf(token) as object) as Token, token, changes);
}

/** A child of an inline token, and the stretch that it is part of. */
interface Piece {
  readonly token: Token;
  readonly stretch: Stretch | undefined;
}

function marked(md: MarkdownIt, inline: Token, stretches: readonly Stretch[], title: string): Token[] {
  const places = textPlaces(inline, md);
  const pieces = (inline.children ?? []).flatMap((token): Piece[] => {
    const starts = places.get(token);
    return starts ? cut(token, starts, stretches) : [{ token, stretch: undefined }];
  });
  const children: Token[] = [];
  for (let index = 0; index < pieces.length;) {
    const { stretch } = pieces[index]!;
    const end = stretch ? endOfRun(pieces, index) : index + 1;
    const run = pieces.slice(index, end).map(({ token }) => token);
    children.push(...(stretch ? [opening(run[0]!, title), ...run, closing(run[0]!)] : run));
    index = end;
  }
  return children;
}

/** A text in pieces, each in one stretch or in none. */
function cut(token: Token, starts: readonly number[], stretches: readonly Stretch[]): Piece[] {
  const stretchAt = (unit: number) =>
    stretches.find(({ start, end }) => start <= starts[unit]! && starts[unit]! < end);
  const pieces: Piece[] = [];
  for (let from = 0; from < starts.length;) {
    const stretch = stretchAt(from);
    let to = from + 1;
    while (to < starts.length && stretchAt(to) === stretch) to++;
    const content = token.content.slice(from, to);
    const isWhole = content.length === token.content.length;
    pieces.push({ token: isWhole ? token : copyOf(token, { content }), stretch });
    from = to;
  }
  return pieces.length > 0 ? pieces : [{ token, stretch: undefined }];
}

/**
 * Where the marked run ends that starts at a piece: behind the last piece of its stretch, with what is emphasized in between; or
 * behind the piece itself, where emphasis would begin inside and end outside.
 */
function endOfRun(pieces: readonly Piece[], from: number): number {
  const { stretch } = pieces[from]!;
  let end = from + 1;
  let depth = 0;
  for (let index = from + 1; index < pieces.length && depth >= 0; index++) {
    const { token, stretch: other } = pieces[index]!;
    if (token.type === 'text' && other !== stretch) break;
    depth += token.nesting;
    if (other === stretch && depth === 0) end = index + 1;
  }
  return end;
}

function opening(like: Token, title: string): Token {
  return copyOf(like, {
    type: 'specwright_placeholder_open',
    tag: 'mark',
    nesting: 1,
    attrs: [
      ['class', 'specwright-placeholder'],
      ['title', title],
    ],
    content: '',
    children: null,
    meta: null,
  });
}

function closing(like: Token): Token {
  return copyOf(like, {
    type: 'specwright_placeholder_close',
    tag: 'mark',
    nesting: -1,
    attrs: null,
    content: '',
    children: null,
    meta: null,
  });
}
