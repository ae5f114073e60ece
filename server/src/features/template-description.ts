import { t } from '@vscode/l10n';
import type { Schema } from '../template/schema';

/** What a template is for, in its own words; those of a built-in one are translated. */
export function templateDescription({ source, description }: Pick<Schema, 'source' | 'description'>): string {
  return source === 'builtin' ? t(description) : description;
}
