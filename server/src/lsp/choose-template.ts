import { t } from '@vscode/l10n';
import { LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';
import { choosable, nameTemplate, templateOrigin, unnameTemplate } from '../features/choose-template';
import {
  chooseTemplateRequest,
  templateChoicesRequest,
  type ChooseTemplateParams,
  type ChooseTemplateResult,
  type TemplateChoicesParams,
  type TemplateChoicesResult,
} from '../protocol';
import { toTextEdit } from './convert';
import { answer } from './guard';
import type { Session } from './session';
import { summaryOf } from './templates';

/** Which template a document follows, and the edit by which it names another. */
export function serveTemplateChoice(session: Session): void {
  const { connection } = session;
  const failed = (message: string) => new ResponseError<never>(LSPErrorCodes.RequestFailed, message);
  connection.onRequest(templateChoicesRequest, ({ uri }: TemplateChoicesParams, token: CancellationToken) => {
    const none = { version: -1, choices: [], current: null, stated: null, detected: null };
    return answer<TemplateChoicesResult>(session, 'template choices', token, none, () => {
      const document = session.documents.get(uri);
      if (!document) return none;
      const choice = session.choiceFor(uri);
      const { stated, detected } = templateOrigin(document.model, choice);
      return {
        version: document.version,
        choices: choosable(choice.schemas).map(summaryOf),
        current: document.spec?.schema.id ?? null,
        stated: stated ?? null,
        detected: detected?.name ?? null,
      };
    });
  });
  connection.onRequest(
    chooseTemplateRequest,
    ({ uri, version, template }: ChooseTemplateParams, token: CancellationToken) => {
      const unreadable = failed(t('The log has the reason.'));
      return answer<ChooseTemplateResult | ResponseError<never>>(
        session,
        'choice of template',
        token,
        unreadable,
        () => {
          const document = session.documents.get(uri);
          if (document?.version !== version)
            return failed(t('The document has changed meanwhile. Choose again.'));
          const choice = session.choiceFor(uri);
          const schema = choosable(choice.schemas).find(({ id }) => id === template);
          if (template !== null && !schema)
            return failed(t('There is no template "{0}" any more.', template));
          const edits = schema
            ? nameTemplate(document.model, choice, schema)
            : unnameTemplate(document.model, choice);
          if (!edits)
            return failed(
              t('What the document says of its template cannot be changed safely. Edit it by hand.'),
            );
          return { edits: edits.map((edit) => toTextEdit(document.lines, edit)) };
        },
      );
    },
  );
}
