import type { Heading, Nodes, Paragraph, Table, TableCell } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Block } from '../../syntax/chunk';
import type { Span } from '../../text/span';
import { foldWords, withoutMark } from '../fold';
import { contentSpan, nodeSpan, proseOf } from '../inline-source';
import { readLabelledText, trimmed } from '../labelled-text';
import { isBoldBlock } from '../metadata/bold-lines';
import { readPlainLines } from '../metadata/plain-lines';
import { angleBracket } from './angle-bracket';
import { doubleBrace, singleBrace } from './braces';
import { choiceList } from './choice-list';
import type { PlaceholderConvention } from './convention';
import { squareBracket } from './square-bracket';
import { valuePattern } from './value-pattern';

/** Every convention that is read, the first that matches a stretch of text wins. */
export const CONVENTIONS: readonly PlaceholderConvention[] = [
  squareBracket,
  doubleBrace,
  singleBrace,
  angleBracket,
  valuePattern,
  choiceList,
];

/** Where an answer can stand. A bracket is a placeholder only in a place where the template has one. */
export type PlaceKind = 'text' | 'item' | 'cell' | 'heading' | 'label';

/** Something shaped like a placeholder. Whether it is one, the template decides. Spans are relative to the chunk. */
export interface PlaceholderFact {
  readonly convention: PlaceholderConvention;
  /** The words between the marks, as written. */
  readonly text: string;
  /** The words as they are compared. */
  readonly folded: string;
  readonly span: Span;
  readonly kind: PlaceKind;
  /** The folded label before it or column above it, numbers as `#`; undefined where there is none. */
  readonly label: string | undefined;
  /** For a cell: the folded first cell of its row. */
  readonly row: string | undefined;
  /** Whether it fills its place, with nothing beside it. */
  readonly whole: boolean;
}

/** Reads everything shaped like a placeholder in a block. `source` is the text of its chunk. */
export function readPlaceholders(block: Block, source: string): PlaceholderFact[] {
  const found: PlaceholderFact[] = [];
  visit(block.node, false);
  return found;

  function visit(node: Nodes, inItem: boolean): void {
    switch (node.type) {
      case 'heading':
        if (isBoldBlock(node, source)) readParagraph(node, 'text');
        else read(node, contentSpan(node, source), 'heading', undefined);
        break;
      case 'paragraph':
        readParagraph(node, inItem ? 'item' : 'text');
        break;
      case 'html':
        // `<name>` alone on its line: CommonMark 4.6 makes a block of it.
        read(node, nodeSpan(node), inItem ? 'item' : 'text', undefined);
        break;
      case 'table':
        readTable(node);
        break;
      case 'listItem':
        for (const child of node.children) visit(child, true);
        break;
      case 'blockquote':
      case 'list':
      case 'footnoteDefinition':
        for (const child of node.children) visit(child, inItem);
    }
  }

  function readParagraph(node: Paragraph | Heading, kind: PlaceKind): void {
    const lines = node.type === 'paragraph' ? readPlainLines(node, source) : [];
    if (lines.length > 0) {
      for (const { valueSpan, name } of lines) read(node, valueSpan, kind, foldLabel(name));
      return;
    }
    for (const piece of readLabelledText(node, source)) {
      if (piece.label !== undefined) {
        if (piece.labelSpan) read(node, piece.labelSpan, 'label', undefined);
        read(node, piece.valueSpan, kind, foldLabel(piece.label));
        continue;
      }
      const plain = /^([^\n:[\]{}]{1,60}):\s+/u.exec(
        source.slice(piece.valueSpan.start, piece.valueSpan.end),
      );
      const valueSpan = { start: piece.valueSpan.start + (plain?.[0].length ?? 0), end: piece.valueSpan.end };
      read(node, valueSpan, kind, plain ? foldLabel(plain[1]!) : undefined);
    }
  }

  function readTable(table: Table): void {
    const header = block.head ?? table.children[0];
    const columns = header?.children.map((cell) => foldLabel(toString(cell))) ?? [];
    table.children.forEach((row, index) => {
      if (index === 0 && !block.continues) return;
      const first = row.children[0] && foldWords(toString(row.children[0]));
      row.children.forEach((cell: TableCell, column) =>
        read(cell, contentSpan(cell, source), 'cell', columns[column], first),
      );
    });
  }

  function read(node: Nodes, span: Span, kind: PlaceKind, label: string | undefined, row?: string): void {
    const place = trimmed(source, span);
    const raw = source.slice(place.start, place.end);
    if (!/[[{<|/]|YYYY|NN|[XY]\.[YZ]/u.test(raw)) return;
    const prose = proseOf(node, source, place);
    const taken: Span[] = [];
    for (const convention of CONVENTIONS) {
      const matches = convention
        .find(prose, raw)
        .filter((match) => !taken.some(({ start, end }) => match.start < end && start < match.end));
      taken.push(...matches);
      for (const { start, end, text } of matches) {
        const whole =
          raw.slice(0, start).replace(/[*_"'`]/gu, '') === '' &&
          raw.slice(end).replace(/[*_"'`.]/gu, '') === '';
        if (convention.wholeOnly && !whole) continue;
        // "Non-goals [optional]" says something of the section and asks nothing.
        if (kind === 'heading' && withoutMark(raw.slice(start, end)) === '') continue;
        const folded = foldWords(text);
        found.push({
          convention,
          text,
          folded,
          span: { start: place.start + start, end: place.start + end },
          kind,
          label,
          row,
          whole,
        });
      }
    }
  }
}

/** The placeholder that a text is as a whole, as a value of front matter may be; undefined where it is none. */
export function placeholderOf(
  text: string,
): Pick<PlaceholderFact, 'convention' | 'text' | 'folded'> | undefined {
  for (const convention of CONVENTIONS) {
    const whole = convention.find(text, text).find(({ start, end }) => start === 0 && end === text.length);
    if (whole) return { convention, text: whole.text, folded: foldWords(whole.text) };
  }
  return undefined;
}

/** A label as it is compared: `Test case 2` and `Test case 3` are one. */
export function foldLabel(label: string): string | undefined {
  if (/[[{]/u.test(label)) return undefined;
  return foldWords(label).replace(/\d+/gu, '#');
}
