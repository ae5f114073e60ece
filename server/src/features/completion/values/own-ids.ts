import { t } from '@vscode/l10n';
import { firstId, readIdPattern } from '../../../template/id-pattern';
import { readDocumentId } from '../../../template/spec-id';
import type { ValueReader } from './asked';

/** The next id for a spec that no document of the workspace has. */
export const ownIds: ValueReader = ({ request }, { isOwnId, placeholder }) => {
  const pattern = isOwnId ? readIdPattern(placeholder) : undefined;
  const first = pattern && readDocumentId(firstId(pattern, request.today));
  return first ? [{ value: request.workspace.nextId(first), kind: 'value', detail: t('next free id') }] : [];
};
