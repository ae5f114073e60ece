import type { Node, Parent } from 'mdast';
import { normalizeIdentifier } from 'micromark-util-normalize-identifier';
import type { Block, Chunk } from './chunk';
import { noSeeds, type Seeds } from './parser';

/**
 * The normalised texts that stand in innermost brackets, thus all that a reference could name. A footnote's starts
 * with `^`. `anything`: some bracket spans lines, where container markers may hide in the label.
 */
export type Mentions = ReadonlySet<string> | 'anything';

const innermostBracket = /\[((?:[^[\]\\]|\\[^])*)\]/g;
const possibleDefinition = /\[((?:[^[\]\\\r\n]|\\[^\r\n])+)\]:/g;
const none: readonly string[] = [];
const noMentions: ReadonlySet<string> = new Set();

/** The labels that `text` may refer to: some too many (code, escapes), never one too few. */
export function mentionsIn(text: string): Mentions {
  if (!text.includes('[')) return noMentions;
  const mentions = new Set<string>();
  for (const [, label = ''] of text.matchAll(innermostBracket)) {
    if (/[\r\n]/.test(label)) return 'anything';
    mentions.add(normalizeLabel(label));
  }
  return mentions;
}

/** The labels of the definitions in `blocks`, whose source is `text`. */
export function labelsDefinedBy(
  text: string,
  blocks: readonly Block[],
): { definitions: readonly string[]; footnotes: readonly string[] } {
  // Both kinds of definition need these two characters, and few chunks have them.
  if (!text.includes(']:')) return { definitions: none, footnotes: none };
  const definitions: string[] = [];
  const footnotes: string[] = [];
  const visit = (node: Node): void => {
    if (node.type === 'definition') definitions.push(identifierOf(node));
    if (node.type === 'footnoteDefinition') footnotes.push(identifierOf(node));
    if ('children' in node) (node as Parent).children.forEach(visit);
  };
  for (const block of blocks) visit(block.node);
  return { definitions, footnotes };
}

/** The labels that a document defines, each with the number of its definitions. Immutable. */
export class DocumentLabels {
  static readonly empty = new DocumentLabels(new Map(), new Map());

  private constructor(
    private readonly definitions: ReadonlyMap<string, number>,
    private readonly footnotes: ReadonlyMap<string, number>,
  ) {}

  /**
   * What the document probably defines, by a look at its characters. A wrong guess costs the second reading of
   * the chunks that mention the label, never a wrong tree.
   */
  static guess(text: string): DocumentLabels {
    const definitions = new Map<string, number>();
    const footnotes = new Map<string, number>();
    if (text.includes(']:')) {
      for (const [, label = ''] of text.matchAll(possibleDefinition)) {
        const normal = normalizeLabel(label);
        if (normal.startsWith('^')) footnotes.set(normal.slice(1), 1);
        else definitions.set(normal, 1);
      }
    }
    return new DocumentLabels(definitions, footnotes);
  }

  /** The labels after `removed` chunks made way for `added` ones. The same object if their definitions are equal. */
  replace(removed: readonly Chunk[], added: readonly Chunk[]): DocumentLabels {
    const definitions = adjust(this.definitions, removed, added, (chunk) => chunk.definitions);
    const footnotes = adjust(this.footnotes, removed, added, (chunk) => chunk.footnotes);
    if (definitions === this.definitions && footnotes === this.footnotes) return this;
    return new DocumentLabels(definitions, footnotes);
  }

  /** The labels that only one of the two documents defines, as `Mentions` spells them. */
  difference(other: DocumentLabels): Set<string> {
    const changed = new Set<string>();
    if (this === other) return changed;
    onlyInOne(this.definitions, other.definitions, (label) => changed.add(label));
    onlyInOne(this.footnotes, other.footnotes, (label) => changed.add('^' + label));
    return changed;
  }

  /** Those labels that `text` may refer to. Seeding no more keeps the cost by the text, not by the document. */
  seedsFor(text: string): Seeds {
    if (this.definitions.size === 0 && this.footnotes.size === 0) return noSeeds;
    const mentions = mentionsIn(text);
    if (mentions === 'anything') {
      return { definitions: [...this.definitions.keys()], footnotes: [...this.footnotes.keys()] };
    }
    const definitions: string[] = [];
    const footnotes: string[] = [];
    for (const label of mentions) {
      if (this.definitions.has(label)) definitions.push(label);
      if (label.startsWith('^') && this.footnotes.has(label.slice(1))) footnotes.push(label.slice(1));
    }
    return { definitions, footnotes };
  }
}

/** Whether `mentions` has any of `labels`. */
export function mentionsAny(mentions: Mentions, labels: ReadonlySet<string>): boolean {
  if (mentions === 'anything') return true;
  for (const label of mentions) if (labels.has(label)) return true;
  return false;
}

function normalizeLabel(label: string): string {
  // micromark reads NUL as U+FFFD before it looks at labels.
  return normalizeIdentifier(label.replaceAll('\0', '\uFFFD'));
}

function identifierOf(node: Node): string {
  return normalizeIdentifier((node as Node & { identifier: string }).identifier);
}

function adjust(
  counts: ReadonlyMap<string, number>,
  removed: readonly Chunk[],
  added: readonly Chunk[],
  labelsOf: (chunk: Chunk) => readonly string[],
): ReadonlyMap<string, number> {
  const changes = new Map<string, number>();
  const count = (chunks: readonly Chunk[], by: number): void => {
    for (const chunk of chunks) {
      for (const label of labelsOf(chunk)) changes.set(label, (changes.get(label) ?? 0) + by);
    }
  };
  count(removed, -1);
  count(added, 1);
  let result: Map<string, number> | undefined;
  for (const [label, by] of changes) {
    if (by === 0) continue;
    result ??= new Map(counts);
    const left = (result.get(label) ?? 0) + by;
    if (left > 0) result.set(label, left);
    else result.delete(label);
  }
  return result ?? counts;
}

function onlyInOne(
  a: ReadonlyMap<string, unknown>,
  b: ReadonlyMap<string, unknown>,
  found: (label: string) => void,
): void {
  for (const label of a.keys()) if (!b.has(label)) found(label);
  for (const label of b.keys()) if (!a.has(label)) found(label);
}
