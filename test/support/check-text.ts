import { Diagnostics } from '../../server/src/features/diagnostics';
import type { Problem } from '../../server/src/rules/engine/problem';
import { RULES } from '../../server/src/rules/engine/registry.generated';
import { compileTemplate } from '../../server/src/template/compile';
import type { Schema } from '../../server/src/template/schema';
import { BUILTIN_TEMPLATES } from '../../server/src/workspace/builtin-templates';
import {
  DEFAULT_CONFIGURATION,
  type Configuration,
  type RuleSetting,
} from '../../server/src/workspace/configuration';
import { WorkspaceIndex } from '../../server/src/workspace/index/workspace-index';
import { OpenDocument } from '../../server/src/workspace/open-document';
import type { Spec, TemplateChoice } from '../../server/src/workspace/spec';
import { NO_WORKSPACE, type WorkspaceView } from '../../server/src/workspace/index/view';
import { memoryHost } from './host';

/** The built-in templates, compiled. */
export const BUILTINS: readonly Schema[] = BUILTIN_TEMPLATES.map(({ id, text }) => schemaOf(text, id));

/** Compiles the text of a template. */
export function schemaOf(text: string, fallbackId = 'test'): Schema {
  return compileTemplate(text, { source: `memory:/${fallbackId}.md`, fallbackId });
}

/** How a document is to be checked; whatever is left out is as for a user who has set nothing. */
export interface CheckOptions {
  /** The template to use whatever the document looks like. */
  readonly schema?: Schema | undefined;
  readonly schemas?: readonly Schema[];
  readonly path?: string;
  readonly configuration?: Partial<Configuration>;
  /** `YYYY-MM-DD`. */
  readonly today?: string;
}

/** The choice of a template that these options stand for. */
export function choiceOf({
  schema,
  schemas = BUILTINS,
  path = 'spec.md',
  configuration,
}: CheckOptions): TemplateChoice {
  return {
    schemas,
    path,
    configuration: { ...DEFAULT_CONFIGURATION, ...configuration },
    ...(schema ? { forced: schema } : {}),
  };
}

/** A document that was checked. */
export interface Checked {
  readonly document: OpenDocument;
  readonly problems: readonly Problem[];
  /** What the rules logged. */
  readonly errors: readonly string[];
}

export function checkText(text: string, options: CheckOptions = {}): Checked {
  const document = new OpenDocument('memory:/spec.md', text, choiceOf(options));
  return check(document, options, NO_WORKSPACE);
}

/** The root of the workspace of `checkInWorkspace`. */
export const WORKSPACE = 'memory:///work';

/** Checks a document among other files, given by their paths in the workspace, as an editor does once it has read them all. */
export async function checkInWorkspace(
  text: string,
  options: CheckOptions & { readonly files: Readonly<Record<string, string>> },
): Promise<Checked> {
  const { schemas = BUILTINS, schema, path = 'spec.md' } = options;
  const files = Object.entries(options.files).map(([file, content]) => [`${WORKSPACE}/${file}`, content]);
  const host = memoryHost(Object.fromEntries(files) as Record<string, string>);
  const others = choiceOf({ schemas: schema ? [schema, ...schemas] : schemas });
  const index = new WorkspaceIndex({ root: WORKSPACE, host, choose: () => others });
  const document = new OpenDocument(`${WORKSPACE}/${path}`, text, choiceOf(options));
  await index.build();
  index.update(document);
  await index.settled();
  const checked = check(document, options, index.view(document.uri));
  return { ...checked, errors: [...checked.errors, ...host.errors] };
}

function check(document: OpenDocument, options: CheckOptions, workspace: WorkspaceView): Checked {
  const { configuration } = choiceOf(options);
  const host = memoryHost({}, options.today);
  const problems = new Diagnostics(host, () => workspace).problems(document, configuration);
  return { document, problems, errors: host.errors };
}

/** The spec of a text, which must follow the template. */
export function specOf(text: string, schema: Schema): Spec {
  return new OpenDocument('memory:/spec.md', text, choiceOf({ schema })).spec!;
}

/** Settings under which these rules run and no others. */
export function only(...ids: readonly string[]): Pick<Configuration, 'rules'> {
  const settings = RULES.map(({ id }): [string, RuleSetting] => [id, ids.includes(id) ? 'default' : 'off']);
  return { rules: Object.fromEntries(settings) };
}

/** A problem as a reader sees it: `warning missing-section at "Goals" (line 7)`. */
export function problemLine({ document }: Checked, { rule, severity, span }: Problem): string {
  const text = document.content.slice(span.start, span.end);
  return `${severity} ${rule.id} at "${text}" (line ${document.lines.positionAt(span.start).line + 1})`;
}
