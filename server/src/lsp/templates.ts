import { LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';
import { nextOwnId } from '../features/create/next-own-id';
import { templateSnippet } from '../features/snippet';
import { starterFor } from '../features/starter';
import {
  templateSnippetRequest,
  templatesRequest,
  type TemplateSnippetParams,
  type TemplateSnippetResult,
  type TemplatesParams,
  type TemplatesResult,
} from '../protocol';
import { answer } from './guard';
import type { Session } from './session';

/** The templates there are, and each as a snippet. */
export function serveTemplates(session: Session): void {
  const { connection, templates, host } = session;
  connection.onRequest(templatesRequest, ({ uri }: TemplatesParams, token: CancellationToken) =>
    answer<TemplatesResult>(session, 'templates', token, { templates: [] }, () => ({
      templates: templates
        .all(uri === undefined ? undefined : session.templateFolderFor(uri))
        .map(({ id, name, description, source, allSlots }) => ({
          id,
          name,
          description,
          source: source === 'builtin' ? 'builtin' : 'workspace',
          sections: allSlots.length,
        })),
    })),
  );
  connection.onRequest(
    templateSnippetRequest,
    ({ template, author = '', uri, title }: TemplateSnippetParams, token: CancellationToken) => {
      const failed = (message: string) => new ResponseError<never>(LSPErrorCodes.RequestFailed, message);
      const unreadable = failed(`The template "${template}" cannot be inserted; the log has the reason.`);
      return answer<TemplateSnippetResult | ResponseError<never>>(
        session,
        'snippet',
        token,
        unreadable,
        () => {
          const schema = templates.find(
            template,
            uri === undefined ? undefined : session.templateFolderFor(uri),
          );
          if (!schema) return failed(`There is no template "${template}" any more.`);
          const date = host.clock.today();
          const id = uri === undefined ? undefined : nextOwnId(schema, date, session.workspaces.view(uri));
          const values = { date, author, title, id };
          return { snippet: templateSnippet(schema, values), text: starterFor(schema, values) };
        },
      );
    },
  );
}
