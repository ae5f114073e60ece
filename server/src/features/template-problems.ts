import { compileTemplate } from '../template/compile';
import type { TemplateFault } from '../template/schema';
import type { OpenDocument } from '../workspace/open-document';
import type { TemplateLibrary } from '../workspace/template-library';
import { plainUri } from '../workspace/uri';

/** What stands in a rule's place for a mistake in a template file. */
export const TEMPLATE_INVALID = 'template-invalid';

/**
 * What is wrong in a template file as it stands in the editor.
 * @returns undefined where the document is no template
 */
export function templateProblems(
  library: TemplateLibrary,
  { uri, content }: OpenDocument,
): readonly TemplateFault[] | undefined {
  if (!library.isTemplateFile(uri)) return undefined;
  const schema = compileTemplate(content, { source: uri, fallbackId: 'template' });
  const twin = library
    .all()
    .find(({ id, source }) => id === schema.id && plainUri(source) !== plainUri(uri) && source !== 'builtin');
  if (!twin) return schema.faults;
  const message = `The template in ${fileName(twin.source)} has the id "${schema.id}" too, and only one of them can be found by it. Give each an id of its own.`;
  return [...schema.faults, { message, span: { start: 0, end: Math.min(3, content.length) } }];
}

function fileName(uri: string): string {
  return plainUri(uri.slice(uri.lastIndexOf('/') + 1));
}
