import type { Nodes } from 'mdast';
import type { Block } from '../syntax/chunk';
import type { DocumentModel } from '../model/document-model';
import { compileTable, type TableSpec } from './table-spec';

/** A fence of a template. */
export interface FenceSpec {
  /** In lower case; undefined where the template names none. */
  readonly language: string | undefined;
  /** The sample in it. */
  readonly code: string;
}

/** What stands in a section of a template beside prose and placeholders. */
export interface SlotContent {
  readonly tables: readonly TableSpec[];
  readonly fences: readonly FenceSpec[];
  /** The texts of its items with a box to tick. */
  readonly tasks: readonly string[];
  /** What stands in code spans, names and paths that are often samples: `table_name`. */
  readonly codes: readonly string[];
  /** The letters of the ids that it numbers its items by: `FR` of `FR-1`. */
  readonly idPrefixes: readonly string[];
}

/**
 * Reads the content of each section of a template in its own body; indexed by the section's ordinal.
 * @param blocks the blocks of each section, likewise
 */
export function readSlotContent(
  { content, shape }: DocumentModel,
  blocks: readonly (readonly Block[])[],
): SlotContent[] {
  return shape.sections.map(({ ordinal }) => {
    const own = <T>(list: readonly { readonly fact: T; readonly section: number }[]): T[] =>
      list.filter(({ section }) => section === ordinal).map(({ fact }) => fact);
    const ids = own(content.identifiers).filter(({ place }) => place !== 'text');
    return {
      tables: own(content.tables).map(compileTable),
      fences: own(content.fences).map(({ language, code }) => ({ language, code })),
      tasks: own(content.tasks).map(({ text }) => text),
      codes: blocks[ordinal]!.flatMap(({ node }) => codesIn(node)),
      idPrefixes: [...new Set(ids.map(({ prefix }) => prefix))],
    };
  });
}

/** The content of all instances of one slot. */
export function mergeContent(instances: readonly SlotContent[]): SlotContent {
  return {
    tables: instances.flatMap(({ tables }) => tables),
    fences: instances.flatMap(({ fences }) => fences),
    tasks: instances.flatMap(({ tasks }) => tasks),
    codes: instances.flatMap(({ codes }) => codes),
    idPrefixes: [...new Set(instances.flatMap(({ idPrefixes }) => idPrefixes))],
  };
}

function codesIn(node: Nodes): string[] {
  if (node.type === 'inlineCode') return [node.value];
  return 'children' in node ? node.children.flatMap(codesIn) : [];
}
