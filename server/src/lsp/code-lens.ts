import { t } from '@vscode/l10n';
import {
  CodeLensRefreshRequest,
  type CodeLens,
  type Command,
  type ExecuteCommandParams,
  type Position,
  type Range,
} from 'vscode-languageserver';
import type { InstanceMark, LensAction } from '../features/code-lens/code-lens';
import { codeLensesOf } from '../features/code-lens/code-lenses';
import { addInstance } from '../features/code-lens/instance-lenses';
import { showReferencesCommand, type ShowReferencesParams } from '../protocol';
import type { TextEdit } from '../text/edit';
import type { OpenDocument } from '../workspace/open-document';
import { toRange } from './convert';
import { answer, guard } from './guard';
import type { Capable, Session } from './session';
import { toWorkspaceEdit } from './workspace-edit';

/** Adds one more instance of a repeated section; the server runs it. */
const ADD_INSTANCE = 'specwright.addInstance';

interface AddInstanceParams {
  readonly uri: string;
  readonly mark: InstanceMark;
}

/** Code lenses, where the settings want them, and what they do. */
export function serveCodeLens(session: Session): Capable {
  const { connection, host } = session;
  connection.onCodeLens(({ textDocument: { uri } }, token) =>
    answer<CodeLens[]>(session, 'code lenses', token, [], () => {
      const document = session.documents.get(uri);
      if (!document?.spec || !session.configurationFor(uri).codeLens) return [];
      return codeLensesOf(document.spec).flatMap(({ span, title, action }) => {
        const range = toRange(document.lines, span);
        const command = commandFor(document, range.start, title, action);
        return command ? [{ range, command }] : [];
      });
    }),
  );
  connection.onExecuteCommand(({ command, arguments: [given] = [] }: ExecuteCommandParams, token) =>
    answer<null>(session, 'command', token, null, async () => {
      if (command === ADD_INSTANCE) await add(given as AddInstanceParams);
      return null;
    }),
  );
  session.onDidReload(() => {
    if (session.client.workspace?.codeLens?.refreshSupport)
      void guard(host.log, 'code lenses', () => connection.sendRequest(CodeLensRefreshRequest.type));
  });
  return {
    capabilities: () => ({
      codeLensProvider: {},
      ...(appliesEdits() ? { executeCommandProvider: { commands: [ADD_INSTANCE] } } : {}),
    }),
  };

  function appliesEdits(): boolean {
    return session.client.workspace?.applyEdit === true;
  }

  /** Undefined where the client cannot do what the lens is for. A command without a name is text to read. */
  function commandFor(
    { uri, lines }: OpenDocument,
    position: Position,
    title: string,
    action: LensAction,
  ): Command | undefined {
    if (action.kind === 'add-instance') {
      const params: AddInstanceParams = { uri, mark: action.mark };
      return appliesEdits() ? { title, command: ADD_INSTANCE, arguments: [params] } : undefined;
    }
    if (!session.showsReferences || action.places.length === 0) return { title, command: '' };
    const ranges = action.places.map((span) => toRange(lines, span));
    const params: ShowReferencesParams = { uri, position, ranges };
    return { title, command: showReferencesCommand, arguments: [params] };
  }

  /** Makes the edit from the document as it is now, and shows what was added. */
  async function add({ uri, mark }: AddInstanceParams): Promise<void> {
    const document = session.documents.get(uri);
    const edit = document?.spec && addInstance(document.spec, mark);
    if (!document || !edit) return;
    const shown = headingRange(document, edit);
    const label = t('Add another section');
    const { applied } = await connection.workspace.applyEdit({
      label,
      edit: toWorkspaceEdit(session, document, [edit]),
    });
    if (applied && session.client.window?.showDocument?.support)
      await connection.window.showDocument({ uri, takeFocus: true, selection: shown });
  }
}

/** The heading that an edit inserts, in the document after it. */
function headingRange({ lines }: OpenDocument, { span, newText }: TextEdit): Range {
  const before = newText.slice(0, Math.max(0, newText.search(/^#/mu)));
  const breaks = before.match(/\r\n|\n|\r/gu)?.length ?? 0;
  const line = lines.positionAt(span.start).line + breaks;
  const heading = /^[^\r\n]*/u.exec(newText.slice(before.length))![0];
  return { start: { line, character: 0 }, end: { line, character: heading.length } };
}
