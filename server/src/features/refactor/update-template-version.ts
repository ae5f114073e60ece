import { t } from '@vscode/l10n';
import { absentSections } from '../../rules/engine/absent-sections';
import { insertSections } from '../../rules/engine/insert-sections';
import { statedTemplate } from '../../template/stated-template';
import { compareVersions, versionNumber } from '../../template/version';
import type { Spec } from '../../workspace/spec';
import { touch } from '../../text/span';
import { lineEdits } from './line-edits';
import type { RefactorContext, Refactoring, RefactoringProvider } from './refactoring';
import { canRestructure } from './self-contained';
import { changeAssociation, isAtAssociation } from './template/association';
import { withEdits, withFields } from './template/complete';
import { renameAliases } from './template/rename-aliases';

const kind = 'refactor.rewrite.templateVersion';

/** Offers to bring a document that states an older version of its template to the present one. */
export const updateTemplateVersion: RefactoringProvider = { kind, offer };

function offer({ spec, span, isAskedFor }: RefactorContext): Refactoring[] {
  const { model, schema, alignment } = spec;
  const { title } = alignment;
  const isHere = isAtAssociation(model, span) || (title && touch(model.headingSpan(title), span));
  if (!(isAskedFor || isHere) || !isOutdated(spec) || !canRestructure(spec)) return [];
  const { text } = model.tree;
  return [
    {
      title: t('Update to version {0} of "{1}"', schema.version!, schema.name),
      kind,
      edits: lineEdits(text, updated(spec).model.tree.text),
    },
  ];
}

function isOutdated({ model, schema }: Spec): boolean {
  const { id, version } = statedTemplate(model.shape, [schema]);
  if (schema.version === undefined || version === undefined || (id ?? schema.id) !== schema.id) return false;
  return compareVersions(versionNumber(version) ?? [], versionNumber(schema.version) ?? []) < 0;
}

function updated(spec: Spec): Spec {
  const renamed = withEdits(spec, renameAliases(spec));
  const { model, alignment, size, guidanceLeft } = renamed;
  const { added } = absentSections({ alignment, shape: model.shape, size, guidanceLeft });
  const whole = withFields(withEdits(renamed, insertSections(renamed, added).edits));
  return withEdits(whole, changeAssociation(whole.model, spec.schema));
}
