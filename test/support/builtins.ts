import { BUILTIN_TEMPLATES } from '../../server/src/workspace/builtin-templates';

/** The ids of the templates that ship with Specwright, in the order in which they are offered. */
export const BUILTIN_IDS: readonly string[] = BUILTIN_TEMPLATES.map(({ id }) => id);
