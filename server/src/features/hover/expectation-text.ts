import { t } from '@vscode/l10n';
import type { Expectation } from '../../template/expectation';
import type { ProjectSize, Slot } from '../../template/schema';

/** Whether a section must be there, and why, as the rest of a line: `required for services`. */
export function expectationText(
  expectation: Expectation,
  { requirement, condition }: Pick<Slot, 'requirement' | 'condition'>,
  size: ProjectSize | undefined,
): string {
  if (expectation === 'recommended') return t('optional, and recommended for a {0} project', size ?? '');
  if (expectation === 'optional' && requirement !== 'optional')
    return t('may be left out in a {0} project', size ?? '');
  // In the words of the template.
  const when = condition === undefined ? '' : ` ${condition}`;
  if (expectation === 'suggested') return t('optional, but suggested') + when;
  return (expectation === 'required' ? t('required') : t('optional')) + when;
}
