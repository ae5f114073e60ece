import type { ListItem } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Span } from '../text/span';
import { foldWords } from './fold';
import { contentSpan, nodeSpan } from './inline-source';
import { readLabelledText } from './labelled-text';

/** An item of a list, at any depth. Spans are relative to the chunk. */
export interface ItemFact {
  /** Its first paragraph without markup, the label left out. */
  readonly text: string;
  /** Its first paragraph without markup, the label included. */
  readonly whole: string;
  /** The bold label that it starts with, folded. */
  readonly label: string | undefined;
  /** Whether its box is ticked; undefined for an item that is no task (GFM 5.3). */
  readonly checked: boolean | undefined;
  /** How many lists it stands in, from 1. */
  readonly depth: number;
  readonly isOrdered: boolean;
  /** Whether it begins with words that are struck out. */
  readonly isStruck: boolean;
  /** Whether it goes on behind its first paragraph, as with a list of its own. */
  readonly hasMore: boolean;
  /** Its first paragraph. */
  readonly span: Span;
}

/** Reads an item without the lists inside it; undefined for one that does not start with text. */
export function readItem(
  item: ListItem,
  isOrdered: boolean,
  depth: number,
  source: string,
): ItemFact | undefined {
  const paragraph = item.children[0];
  const checked = item.checked ?? undefined;
  const hasMore = item.children.length > 1;
  if (paragraph?.type !== 'paragraph') {
    return checked === undefined
      ? undefined
      : {
          text: '',
          whole: '',
          label: undefined,
          checked,
          depth,
          isOrdered,
          isStruck: false,
          hasMore,
          span: nodeSpan(item),
        };
  }
  const [first] = readLabelledText(paragraph, source);
  const whole = toString(paragraph).trim();
  const label = first?.label;
  const text =
    label === undefined ? whole : whole.slice(whole.indexOf(label) + label.length).replace(/^\s*:\s*/u, '');
  return {
    text,
    whole,
    label: label && foldWords(label),
    checked,
    depth,
    isOrdered,
    isStruck: paragraph.children[0]?.type === 'delete',
    hasMore,
    span: contentSpan(paragraph, source),
  };
}
