import { t } from '@vscode/l10n';
import type { Field } from '../../model/document-shape';
import type { Spec } from '../../workspace/spec';
import type { Fix } from './rule';
import { setValue } from './set-value';

/** One fix a choice, in the template's order: a document moves through them from the first to the last. */
export function pickStatus({ model }: Spec, field: Field, choices: readonly string[]): Fix[] {
  return choices.map((choice) => ({
    title: t('Set the status to "{0}"', choice),
    edits: [setValue(model, field, choice)],
  }));
}
