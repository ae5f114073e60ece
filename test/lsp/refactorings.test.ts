import { expect, test } from 'vitest';
import {
  CodeActionRequest,
  CodeActionTriggerKind,
  type CodeAction,
  type CodeActionContext,
  type TextDocumentEdit,
} from 'vscode-languageserver-protocol';
import { Client, pulling } from './client';
import { finished, startsProcesses } from './fixtures';

startsProcesses();

const uri = 'file:///work/spec.md';
const withoutSecurity = finished.replace(/## Security\n[\s\S]*?(?=^## )/mu, '');
const title = 'Insert section "Security"';

function ask(client: Client, at: string, context: Omit<CodeActionContext, 'diagnostics'>) {
  return client.request<CodeAction[]>(CodeActionRequest.type.method, {
    textDocument: { uri },
    range: client.rangeOf(uri, at),
    context: { diagnostics: [], ...context },
  });
}

const kindsOf = (actions: readonly CodeAction[]) => [
  ...new Set(actions.map(({ kind }) => kind!.split('.')[0])),
];

test('a refactoring that is asked for comes without its edit, which is made for the version that it was offered for', async () => {
  const client = await Client.shared();
  client.open(uri, withoutSecurity, 3);
  const actions = await ask(client, 'The service has three parts', { only: ['refactor.insert'] });
  expect(kindsOf(actions)).toEqual(['refactor']);
  const action = actions.find((offered) => offered.title === title)!;
  expect(action.edit).toBeUndefined();
  const { edit } = await client.resolve(action);
  const [change] = edit!.documentChanges as TextDocumentEdit[];
  expect(change!.textDocument).toEqual({ uri, version: 3 });
  client.apply(edit!);
  expect(client.text(uri)).toContain('\n## Security\n');
  expect((await client.resolve(action)).edit, 'after a change').toBeUndefined();
});

test('a client that cannot resolve gets the edit at once', async () => {
  const { codeAction: _, ...textDocument } = pulling.textDocument!;
  const client = await Client.start({ capabilities: { ...pulling, textDocument } });
  client.open(uri, withoutSecurity);
  const actions = await ask(client, 'The service has three parts', { only: ['refactor.insert.section'] });
  client.apply(actions.find((offered) => offered.title === title)!.edit!);
  expect(client.text(uri)).toContain('\n## Security\n');
});

test('the light bulb is lit for problems only, the menu of quick fixes shows what is about the line', async () => {
  const client = await Client.shared();
  client.open(uri, withoutSecurity);
  const heading = '# Short Link Service';
  const automatic = await ask(client, heading, { triggerKind: CodeActionTriggerKind.Automatic });
  expect(kindsOf(automatic)).not.toContain('refactor');
  const invoked = await ask(client, heading, { triggerKind: CodeActionTriggerKind.Invoked });
  expect(kindsOf(invoked)).toContain('refactor');
  const inText = await ask(client, 'The service has three parts', {
    triggerKind: CodeActionTriggerKind.Invoked,
  });
  expect(kindsOf(inText)).toEqual([]);
});

test('what a fix does already is not offered a second time as a refactoring', async () => {
  const client = await Client.shared();
  client.open(uri, '<!-- specwright-template system -->\n\n# Short Link Service\n');
  const actions = await ask(client, 'Short Link', { triggerKind: CodeActionTriggerKind.Invoked });
  const titles = actions.map((action) => action.title);
  expect(titles).toContain(title);
  expect(titles).toEqual([...new Set(titles)]);
});
