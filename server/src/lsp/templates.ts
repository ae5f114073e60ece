import { t } from '@vscode/l10n';
import { LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';
import { templateSnippet } from '../features/snippet';
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
      templates: templates.all(uri === undefined ? undefined : session.templateFolderFor(uri)).map(summaryOf),
    })),
  );
  connection.onRequest(
    templateSnippetRequest,
    ({ template, author = '', uri }: TemplateSnippetParams, token: CancellationToken) => {
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
          return { snippet: templateSnippet(schema, { date: host.clock.today(), author }) };
        },
      );
    },
  );
}

/** A template as a client lists it. */
export function summaryOf({ id, name, description, source, allSlots }: Schema): TemplateSummary {
  return {
    id,
    name,
    description: t(description),
    source: source === 'builtin' ? 'builtin' : 'workspace',
    sections: allSlots.length,
  };
}
