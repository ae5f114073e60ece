import type { Span } from '../text/span';

/** What a Specwright comment asks for. */
export type DirectiveKind =
  'disable-next-line' | 'disable-line' | 'disable' | 'enable' | 'disable-file' | 'template' | 'size';

/** A comment addressed to Specwright, e.g. `<!-- specwright-disable-next-line placeholder -->`. */
export interface Directive {
  readonly kind: DirectiveKind;
  /** Rule ids, the template's id, or the project's size; empty means every rule. */
  readonly names: readonly string[];
  /** The whole comment, relative to its chunk. */
  readonly span: Span;
}

const COMMENT =
  /<!--\s*specwright-(disable-next-line|disable-line|disable-file|disable|enable|template|size)(?=\s|-->)([\s\S]*?)-->/gu;

/** Finds the comments in the source of an HTML node that starts at `offset` of its chunk. A reason may follow ` -- `. */
export function readDirectives(html: string, offset: number): Directive[] {
  return Array.from(html.matchAll(COMMENT), (match) => ({
    kind: match[1] as DirectiveKind,
    names: match[2]!
      .split(/\s--\s/u)[0]!
      .split(/[\s,]+/u)
      .filter((name) => name !== ''),
    span: { start: offset + match.index, end: offset + match.index + match[0].length },
  }));
}
