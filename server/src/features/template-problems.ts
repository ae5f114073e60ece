import { t } from '@vscode/l10n';
import { compileTemplate } from '../template/compile';
import type { Schema } from '../template/schema';
import { shiftSpan, type Span } from '../text/span';
import type { OpenDocument } from '../workspace/open-document';
import { nameOf, type TemplateLibrary } from '../workspace/template-library';
import { plainUri } from '../workspace/uri';

/** Something about a template that no rule can report, since rules need a template that works. */
export interface TemplateProblem {
  /** What stands in a rule's place. */
  readonly code: 'template-invalid' | 'template-unknown';
  readonly severity: 'error' | 'warning';
  readonly message: string;
  /** Absolute in the text of the document. */
  readonly span: Span;
}

/**
 * What is wrong in a template file as it stands in the editor.
 * @returns undefined where the document is no template
 */
export function templateProblems(
  library: TemplateLibrary,
  document: OpenDocument,
): readonly TemplateProblem[] | undefined {
  const { uri } = document;
  const folder = library.folderOf(uri);
  if (folder === undefined) return undefined;
  // Asked for only now: the text of a document is put together from its chunks, which takes long in a long one.
  const { content } = document;
  const schema = compileTemplate(content, { source: uri, fallbackId: nameOf(uri) });
  const problems = schema.faults.map(({ message, span }) => invalid(message, span));
  const others = library.all(folder).filter(({ source }) => source !== 'builtin');
  const twin = others.find(({ id, source }) => id === schema.id && plainUri(source) !== plainUri(uri));
  if (twin) {
    const message = t(
      'The template in {0} has the id "{1}" too, and only one of them can be found by it. Give each an id of its own.',
      fileName(twin.source),
      schema.id,
    );
    problems.push(invalid(message, { start: 0, end: Math.min(3, content.length) }));
  }
  return problems.sort((a, b) => a.span.start - b.span.start);
}

/** A document that names a template which there is not; without a word it would be checked against another, or not at all. */
export function unknownTemplate(
  { unknownTemplate: id, model }: OpenDocument,
  known: readonly Schema[],
): TemplateProblem[] {
  if (id === undefined) return [];
  const named = model.directives.find(({ directive }) => directive.kind === 'template');
  const { frontMatter } = model.tree;
  const inYaml = frontMatter ? frontMatter.contentSpan.start + Math.max(frontMatter.yaml.indexOf(id), 0) : 0;
  const span = named
    ? shiftSpan(named.directive.span, model.tree.chunkStart(named.chunk))
    : { start: inYaml, end: inYaml + id.length };
  const ids = known.map((schema) => schema.id).join(', ');
  const message = t(
    'There is no template "{0}", so this document is not checked against it. Name one of: {1}.',
    id,
    ids,
  );
  return [{ code: 'template-unknown', severity: 'warning', message, span }];
}

function invalid(message: string, span: Span): TemplateProblem {
  return { code: 'template-invalid', severity: 'error', message, span };
}

function fileName(uri: string): string {
  return plainUri(uri.slice(uri.lastIndexOf('/') + 1));
}
