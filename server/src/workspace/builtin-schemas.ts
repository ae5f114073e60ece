import { compileTemplate } from '../template/compile';
import type { Schema } from '../template/schema';
import { BUILTIN_TEMPLATES } from './builtin-templates';

/**
 * The schemas of the built-in templates. To compile them takes longer than all else that happens at a start, so the build puts
 * a module in the place of this one that has them compiled (scripts/lib/compiled-templates.mjs).
 */
export function builtinSchemas(): readonly Schema[] {
  return BUILTIN_TEMPLATES.map(({ id, text }) =>
    compileTemplate(text, { source: 'builtin', fallbackId: id }),
  );
}
