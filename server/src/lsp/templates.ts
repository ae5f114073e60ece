import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { templateSnippet } from '../features/snippet';
import {
  templateSnippetRequest,
  templatesRequest,
  type TemplateSnippetParams,
  type TemplateSnippetResult,
  type TemplatesResult,
} from '../protocol';
import type { Session } from './session';

/** The templates there are, and each as a snippet. */
export function serveTemplates({ connection, templates, host }: Session): void {
  connection.onRequest(templatesRequest, (): TemplatesResult => ({
    templates: templates
      .all()
      .map(({ id, name, description, source, allSlots }) => ({
        id,
        name,
        description,
        source: source === 'builtin' ? 'builtin' : 'workspace',
        sections: allSlots.length,
      })),
  }));
  connection.onRequest(
    templateSnippetRequest,
    ({ template, author = '' }: TemplateSnippetParams): TemplateSnippetResult | ResponseError => {
      const schema = templates.find(template);
      if (!schema)
        return new ResponseError(LSPErrorCodes.RequestFailed, `There is no template "${template}" any more.`);
      return { snippet: templateSnippet(schema, { date: host.clock.today(), author }) };
    },
  );
}
