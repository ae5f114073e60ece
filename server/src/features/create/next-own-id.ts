import { firstId, readIdPattern } from '../../template/id-pattern';
import type { Schema } from '../../template/schema';
import { isOwnId, readDocumentId } from '../../template/spec-id';
import type { WorkspaceView } from '../../workspace/index/view';

/**
 * The next id that no document of the workspace has, in the form that the template asks for.
 * @param today `YYYY-MM-DD`
 * @returns undefined where the template asks for no id, and where it is not known which are taken
 */
export function nextOwnId(schema: Schema, today: string, workspace: WorkspaceView): string | undefined {
  if (!workspace.isComplete()) return undefined;
  const inTitle = schema.title?.placeholders.map(({ text }) => text) ?? [];
  const asked = [
    ...schema.fields.filter(isOwnId).map(({ placeholder }) => placeholder.replaceAll('\\', '')),
    ...inTitle,
  ];
  for (const placeholder of asked) {
    const pattern = readIdPattern(placeholder);
    const first = pattern && readDocumentId(firstId(pattern, today));
    if (first) return workspace.nextId(first);
  }
  return undefined;
}
