import { t } from '@vscode/l10n';
import { LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';
import { nextOwnId } from '../features/create/next-own-id';
import { templateSnippet } from '../features/snippet';
import { starterFor } from '../features/starter';
import { templateDescription } from '../features/template-description';
import type { Schema } from '../template/schema';
import {
  templateSnippetRequest,
  templatesRequest,
  type TemplateSnippetParams,
  type TemplateSnippetResult,
  type TemplatesParams,
  type TemplatesResult,
  type TemplateSummary,
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
        .map(summaryOf)
        // Of a file without a heading nothing could be made.
        .filter(({ sections }) => sections > 0),
    })),
  );
  connection.onRequest(
    templateSnippetRequest,
    ({ template, author = '', uri, title }: TemplateSnippetParams, token: CancellationToken) => {
      const failed = (message: string) => new ResponseError<never>(LSPErrorCodes.RequestFailed, message);
      const unreadable = failed(
        t('The template "{0}" cannot be inserted; the log has the reason.', template),
      );
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
          if (!schema) return failed(t('There is no template "{0}" any more.', template));
          const date = host.clock.today();
          const id = uri === undefined ? undefined : nextOwnId(schema, date, session.workspaces.view(uri));
          const values = { date, author, title, id };
          return { snippet: templateSnippet(schema, values), text: starterFor(schema, values) };
        },
      );
    },
  );
}

/** A template as a client lists it. */
export function summaryOf(schema: Schema): TemplateSummary {
  const { id, name, source, allSlots } = schema;
  return {
    id,
    name,
    description: templateDescription(schema),
    source: source === 'builtin' ? 'builtin' : 'workspace',
    sections: allSlots.length,
  };
}
