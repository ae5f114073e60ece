import type { Schema } from '../../template/schema';
import { lineStart } from '../../text/line';
import type { OpenDocument } from '../../workspace/open-document';
import { DEFAULT_CONFIGURATION } from '../../workspace/configuration';
import { buildSpec, type Spec } from '../../workspace/spec';

/** What hides all that follows until it is closed: a fence, a comment. */
const OPENING = /^\s*(?:`{3,}|~{3,})[^`]*$|<!--(?:(?!-->).)*$/u;

/**
 * The spec that a document was until somebody began a fence or a comment in it, which makes code or a comment of all headings
 * that follow.
 * @param schema the template that it followed
 * @returns undefined where the line of the cursor begins nothing of the kind
 */
export function hiddenSpec({ model }: OpenDocument, offset: number, schema: Schema): Spec | undefined {
  const { tree } = model;
  const start = lineStart(tree.text, offset);
  if (!OPENING.test(tree.slice(start, offset))) return undefined;
  const choice = { schemas: [schema], forced: schema, configuration: DEFAULT_CONFIGURATION, path: '' };
  return buildSpec(model, choice);
}
