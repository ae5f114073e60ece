import { isOfKind } from '../action-kind';
import { addInstance } from './add-instance';
import { addRevision } from './add-revision';
import { changeLevel } from './change-level';
import { convertMetadataDialect } from './convert-metadata';
import { convertToTemplate } from './convert-template';
import { extractSection } from './extract-section';
import { formatTables } from './format-tables';
import { insertAnySection } from './insert-any-section';
import { markNotApplicable } from './mark-not-applicable';
import { moveSection } from './move-section';
import type { RefactorContext, Refactoring, RefactoringProvider } from './refactoring';
import { renumberHeadings } from './renumber-headings';
import { renumberInstances } from './renumber-instances';
import { updateTemplateVersion } from './update-template-version';

/** Every refactoring that there is, in the order in which an editor shows them. */
export const REFACTORINGS: readonly RefactoringProvider[] = [
  insertAnySection,
  addInstance,
  addRevision,
  moveSection,
  changeLevel,
  markNotApplicable,
  extractSection,
  renumberInstances,
  renumberHeadings,
  formatTables,
  convertMetadataDialect,
  convertToTemplate,
  updateTemplateVersion,
];

/**
 * What can be done at a place.
 * @param only the kinds that are asked for, each with all below it; undefined: every kind
 */
export function refactoringsAt(context: RefactorContext, only?: readonly string[]): Refactoring[] {
  const asked = only ?? [''];
  return REFACTORINGS.filter(({ kind }) => asked.some((each) => isOfKind(kind, each) || isOfKind(each, kind)))
    .flatMap(({ offer }) => offer(context))
    .filter(({ kind }) => asked.some((each) => isOfKind(kind, each)))
    .filter((each) => each.isLate ?? (each.edits.length > 0 || each.newFile !== undefined));
}
