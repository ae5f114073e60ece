import { t } from '@vscode/l10n';
import type { Schema } from '../../template/schema';
import { lineEdits } from './line-edits';
import type { RefactorContext, Refactoring, RefactoringProvider } from './refactoring';
import { isAtAssociation } from './template/association';
import { canConvert, convertTemplate } from './template/convert';

const kind = 'refactor.rewrite.template';

/** Offers to make the document a spec of each other template. */
export const convertToTemplate: RefactoringProvider = { kind, offer };

function offer(context: RefactorContext): Refactoring[] {
  const { spec, schemas } = context;
  if (!canConvert(spec) || !(context.isAskedFor || isAtAssociation(spec.model, context.span))) return [];
  const others = schemas.filter(
    ({ id, slots }, index) =>
      id !== spec.schema.id && slots.length > 0 && schemas.findIndex((each) => each.id === id) === index,
  );
  return others.map((schema) => ({
    title: titleFor(schema, others),
    kind,
    isLate: true,
    get edits() {
      const { text } = spec.model.tree;
      return lineEdits(text, convertTemplate(spec, schema, schemas));
    },
  }));
}

function titleFor({ id, name }: Schema, others: readonly Schema[]): string {
  const isAlone = others.filter((other) => other.name === name).length === 1;
  return isAlone ? t('Convert to "{0}"', name) : t('Convert to "{0}" ({1})', name, id);
}
