import { t } from '@vscode/l10n';
import { convertMetadata } from './metadata/convert';
import { readEntries } from './metadata/entry';
import type { TargetDialect } from './metadata/written-field';
import type { RefactorContext, Refactoring, RefactoringProvider } from './refactoring';

const kind = 'refactor.rewrite.metadata';

const TARGETS: readonly TargetDialect[] = ['front-matter', 'bold-line', 'table', 'list'];

/** Offers to write the metadata in each other dialect. */
export const convertMetadataDialect: RefactoringProvider = { kind, offer };

function offer({ spec, isAskedFor }: RefactorContext): Refactoring[] {
  const { model, wrapper, schema } = spec;
  const { fields } = model.shape;
  // Whoever corrects a date wants no three ways of writing all fields among the fixes.
  if (!isAskedFor || wrapper || fields.length === 0) return [];
  const entries = readEntries(model, schema);
  return TARGETS.flatMap((dialect) => {
    const edits = convertMetadata(spec, entries, dialect);
    return edits ? [{ title: titleFor(dialect), kind, edits }] : [];
  });
}

function titleFor(dialect: TargetDialect): string {
  switch (dialect) {
    case 'front-matter':
      return t('Convert the metadata to YAML front matter');
    case 'bold-line':
      return t('Convert the metadata to bold lines');
    case 'table':
      return t('Convert the metadata to a table');
    case 'list':
      return t('Convert the metadata to a list');
  }
}
