import type { List, Table } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Block } from '../syntax/chunk';
import { foldTitle, foldWords } from '../model/fold';
import { PROJECT_SIZES, type ProjectSize } from './schema';

const USAGE_TITLES = new Set(
  [
    'Template Usage Notes',
    'Usage Notes',
    'How to use this template',
    'Using this template',
    'About this template',
    'Template Instructions',
    'Instructions for using this template',
    'Template Guidelines',
  ].map(foldTitle),
);

/** Whether a section instructs the author and never is part of a spec. */
export function isUsageTitle(folded: string): boolean {
  return USAGE_TITLES.has(folded);
}

/** A section that the usage notes name, with the condition that they put on it: `API Design (for services)`. */
export interface NamedSection {
  readonly folded: string;
  readonly condition: string | undefined;
}

/** What the usage notes of a template state about its sections. */
export interface UsageNotes {
  readonly required: readonly NamedSection[];
  readonly optional: readonly NamedSection[];
  /** Names of sections by project size; `all` and `required` stand for those sections. */
  readonly depth: ReadonlyMap<ProjectSize, readonly string[] | 'all' | 'required'>;
}

/** A section of the usage notes: its folded title and its blocks. */
export interface UsageSection {
  readonly folded: string;
  readonly blocks: readonly Block[];
}

/** Reads the lists and the table of the usage notes; what is neither says nothing that a schema can hold. */
export function readUsageNotes(sections: readonly UsageSection[]): UsageNotes {
  const required: NamedSection[] = [];
  const optional: NamedSection[] = [];
  const depth = new Map<ProjectSize, readonly string[] | 'all' | 'required'>();
  for (const { folded, blocks } of sections) {
    for (const { node } of blocks) {
      if (node.type === 'table') readDepth(node, depth);
      if (node.type !== 'list') continue;
      if (/^required\b/u.test(folded)) required.push(...readNames(node));
      else if (/^optional\b/u.test(folded)) optional.push(...readNames(node));
    }
  }
  return { required, optional, depth };
}

function readNames(list: List): NamedSection[] {
  return list.children.map((item) => {
    const text = toString(item).trim();
    const inParentheses = /\(([^()]*)\)\s*$/u.exec(text);
    const condition = /^(?:for|if|when|where|only)\b/iu.exec(inParentheses?.[1] ?? '')
      ? inParentheses![1]
      : undefined;
    return { folded: foldTitle(text.slice(0, inParentheses?.index)), condition };
  });
}

function readDepth(table: Table, into: Map<ProjectSize, readonly string[] | 'all' | 'required'>): void {
  for (const row of table.children.slice(1)) {
    const [name = '', sections = ''] = row.children.map((cell) => toString(cell));
    const size = PROJECT_SIZES.find((candidate) => foldWords(name).startsWith(candidate));
    if (!size) continue;
    if (/^all required\b/iu.test(sections)) into.set(size, 'required');
    else if (/^all\b/iu.test(sections)) into.set(size, 'all');
    else into.set(size, sections.split(',').map(foldTitle));
  }
}

/** Whether a short name from the notes means a title: `API` means `API Design`, `Overview` means `System Overview`. */
export function nameMeans(name: string, title: string): boolean {
  const words = new Set(title.split(' '));
  return name !== '' && name.split(' ').every((word) => words.has(word));
}
