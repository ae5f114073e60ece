import { foldTitle } from '../../model/fold';
import { slotsFor } from '../../template/candidates';
import { LEAST_IN_COMMON } from '../../template/detect';
import type { SpecTrace } from '../../workspace/index/skim';
import { associated, type TemplateChoice } from '../../workspace/spec';

/**
 * Whether a file may be a spec, by what was seen of it without parsing: of thousands of Markdown files few are, and the others
 * are not to be read for it. Never `false` for one that is.
 */
export function mayBeSpec(trace: SpecTrace, { schemas, configuration, path }: TemplateChoice): boolean {
  if (!configuration.enable) return false;
  if (trace.isUncertain || associated(configuration, path) !== undefined) return true;
  const titles = trace.titles.map(foldTitle);
  return schemas.some((schema) => {
    let left = Math.min(LEAST_IN_COMMON, schema.allSlots.length);
    return left === 0 || titles.some((title) => slotsFor(schema, title).length > 0 && --left === 0);
  });
}
