import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { HoverRequest, type Hover } from 'vscode-languageserver-protocol';
import { templatesRequest, type TemplatesResult } from '../../server/src/protocol';
import { Client } from './client';
import { decision, decisionTemplate, draft, startsProcesses, workspaceFolder } from './fixtures';
import { inWebWorker } from './servers';

startsProcesses();

const note = decision.replace(
  '## Question',
  '<!-- specwright-disable-next-line placeholder -->\n## Question',
);

const german = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../l10n/bundle.l10n.de.json'), 'utf8'),
) as Record<string, string>;

async function open(l10n?: unknown): Promise<{ client: Client; uri: string }> {
  const folder = workspaceFolder({ '.specwright/templates/decision.md': decisionTemplate, 'queue.md': note });
  const initializationOptions = { l10n } as { l10n?: Record<string, string> };
  const client = await Client.start({ folders: [folder.uri], initializationOptions });
  const uri = `${folder.uri}/queue.md`;
  client.open(uri, note);
  return { client, uri };
}

test('problems, fixes, hovers and templates are in the language of the bundle that the client sends', async () => {
  const { client, uri } = await open(german);
  const [missing] = (await client.pull(uri)).filter(({ code }) => code === 'missing-section');
  expect(missing?.message).toBe(
    'Der Abschnitt „Verdict“ fehlt, die Vorlage „decision“ verlangt ihn. Ihn einfügen oder unter seine Überschrift „Not applicable“ und den Grund schreiben.',
  );
  const fix = await client.action(uri, '# Queue', 'Abschnitt „Verdict“ einfügen');
  client.apply((await client.resolve(fix)).edit!);
  // What is written in a document is in its language, not in that of the editor.
  expect(client.text(uri)).toContain('## Verdict\n\n[What is done, and why.]');
  const position = client.rangeOf(uri, 'disable-next-line').start;
  const hover = await client.request<Hover>(HoverRequest.type.method, { textDocument: { uri }, position });
  expect(JSON.stringify(hover.contents)).toContain('Schaltet placeholder in der nächsten Zeile ab.');
  expect(JSON.stringify(hover.contents)).toContain('Ein Platzhalter der Vorlage steht noch da');
  const { templates } = await client.request<TemplatesResult>(templatesRequest, { uri });
  expect(templates.find(({ id }) => id === 'service')?.description).toMatch(/^Ein Dienst mit API/u);
});

test('in a web worker, too', async () => {
  const client = await Client.start({ server: inWebWorker, initializationOptions: { l10n: german } });
  client.open('untitled:draft', draft);
  const messages = (await client.pull('untitled:draft')).map(({ message }) =>
    typeof message === 'string' ? message : '',
  );
  expect(messages).toContainEqual(expect.stringMatching(/^Der Abschnitt „.+“ fehlt, die Vorlage/u));
  expect(messages.filter((message) => / the | is /u.test(message.replace(/„.*?“/gu, '')))).toEqual([]);
});

test.each([
  ['none', undefined],
  ['null', null],
  ['no object', 'de'],
  ['one of other texts', { Hello: 'Hallo' }],
])('with a bundle that is %s the server speaks English', async (_, l10n) => {
  const { client, uri } = await open(l10n);
  const [missing] = (await client.pull(uri)).filter(({ code }) => code === 'missing-section');
  expect(missing?.message).toMatch(
    /^The section "Verdict" is missing; the template "decision" requires it\./u,
  );
});

test('what a translation lacks is English', async () => {
  const { client, uri } = await open({ 'Insert section "{0}"': 'Abschnitt „{0}“ einfügen' });
  const [missing] = (await client.pull(uri)).filter(({ code }) => code === 'missing-section');
  expect(missing?.message).toMatch(/^The section "Verdict" is missing/u);
  expect((await client.action(uri, '# Queue', 'Abschnitt „Verdict“ einfügen')).title).not.toBe('');
});
