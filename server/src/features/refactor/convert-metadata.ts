import { convertMetadata } from './metadata/convert';
import { readEntries } from './metadata/entry';
import type { TargetDialect } from './metadata/written-field';
import type { RefactorContext, Refactoring, RefactoringProvider } from './refactoring';

const kind = 'refactor.rewrite.metadata';

const TARGETS: readonly (readonly [dialect: TargetDialect, words: string])[] = [
  ['front-matter', 'YAML front matter'],
  ['bold-line', 'bold lines'],
  ['table', 'a table'],
  ['list', 'a list'],
];

/** Offers to write the metadata in each other dialect. */
export const convertMetadataDialect: RefactoringProvider = { kind, offer };

function offer({ spec, isAskedFor }: RefactorContext): Refactoring[] {
  const { model, wrapper, schema } = spec;
  const { fields } = model.shape;
  // Whoever corrects a date wants no three ways of writing all fields among the fixes.
  if (!isAskedFor || wrapper || fields.length === 0) return [];
  const entries = readEntries(model, schema);
  return TARGETS.flatMap(([dialect, words]) => {
    const edits = convertMetadata(spec, entries, dialect);
    return edits ? [{ title: `Convert the metadata to ${words}`, kind, edits }] : [];
  });
}
