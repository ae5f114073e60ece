import { expect, onTestFinished, test } from 'vitest';
import {
  ApplyWorkspaceEditRequest,
  CodeLensRefreshRequest,
  CodeLensRequest,
  DocumentSymbolRequest,
  ExecuteCommandRequest,
  FoldingRangeRequest,
  HoverRequest,
  SelectionRangeRequest,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRefreshRequest,
  SemanticTokensRequest,
  ShowDocumentRequest,
  type ApplyWorkspaceEditParams,
  type ClientCapabilities,
  type CodeLens,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  type Position,
  type Range,
  type SelectionRange,
  type SemanticTokens,
  type SemanticTokensDelta,
  type ShowDocumentParams,
  type SymbolInformation,
} from 'vscode-languageserver-protocol';
import { showReferencesCommand, type InitializationOptions } from '../../server/src/protocol';
import { Client, pulling } from './client';
import { afterwards, draft, finished, startsProcesses } from './fixtures';

startsProcesses();

const uri = 'file:///work/spec.md';
const textDocument = { uri };

/** What an editor can that shows all there is to show. */
const able: ClientCapabilities = {
  ...pulling,
  workspace: {
    ...pulling.workspace,
    applyEdit: true,
    codeLens: { refreshSupport: true },
    semanticTokens: { refreshSupport: true },
  },
  window: { showDocument: { support: true } },
  textDocument: {
    ...pulling.textDocument,
    hover: { contentFormat: ['markdown', 'plaintext'] },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    foldingRange: { lineFoldingOnly: true, rangeLimit: 3 },
  },
};

/** What the server asked of an editor. */
interface Asked {
  readonly edits: string[];
  readonly shown: ShowDocumentParams[];
  /** Settles when it has asked for colours and lenses to be asked for again. */
  refreshed: () => Promise<void>;
}

let sharedAble: Promise<{ client: Client; asked: Asked }> | undefined;

/** An editor of that kind that the tests share. */
async function ableClient(): Promise<{ client: Client; asked: Asked }> {
  if (!sharedAble) afterwards(() => (sharedAble = undefined));
  const able = await (sharedAble ??= startAble({ showsReferences: true }));
  onTestFinished(() => able.client.close(uri));
  return able;
}

async function startAble(
  initializationOptions: InitializationOptions,
): Promise<{ client: Client; asked: Asked }> {
  const missing = new Set<string>();
  let settle: () => void = () => undefined;
  const asked: Asked = {
    edits: [],
    shown: [],
    refreshed() {
      missing.add(CodeLensRefreshRequest.method).add(SemanticTokensRefreshRequest.method);
      return new Promise((resolve) => (settle = resolve));
    },
  };
  const client = await Client.start({
    capabilities: able,
    initializationOptions,
    prepare({ server: { connection } }) {
      connection.onRequest(ApplyWorkspaceEditRequest.type, ({ label, edit }: ApplyWorkspaceEditParams) => {
        asked.edits.push(label ?? '');
        client.apply(edit);
        return { applied: true };
      });
      connection.onRequest(ShowDocumentRequest.type, (params) => {
        asked.shown.push(params);
        return { success: true };
      });
      for (const method of [CodeLensRefreshRequest.method, SemanticTokensRefreshRequest.method])
        connection.onRequest(method, () => {
          missing.delete(method);
          if (missing.size === 0) settle();
        });
    },
  });
  return { client, asked };
}

const at = (client: Client, part: string): Position => client.rangeOf(uri, part).start;

test('a hover is in Markdown where the editor shows it, and plain text elsewhere', async () => {
  const { client } = await ableClient();
  const plain = await Client.shared();
  for (const each of [client, plain]) each.open(uri, draft);
  const hover = (each: Client, part: string) =>
    each.request<Hover | null>(HoverRequest.method, { textDocument, position: at(each, part) });
  const found = await hover(client, '### Technical Goals');
  expect(found!.range).toEqual(client.rangeOf(uri, '### Technical Goals'));
  expect(found!.contents).toMatchObject({
    kind: 'markdown',
    value: expect.stringContaining('**Technical Goals** – required') as string,
  });
  expect((await hover(plain, '### Technical Goals'))!.contents).toMatchObject({
    kind: 'plaintext',
    value: expect.stringMatching(/^Technical Goals – required\n/u) as string,
  });
  expect(await hover(plain, 'In October 2026')).toBeNull();
  plain.open('file:///work/notes.md', '# Notes\n\n[Name]\n');
  const notes = { textDocument: { uri: 'file:///work/notes.md' }, position: { line: 0, character: 3 } };
  expect(await plain.request(HoverRequest.method, notes)).toBeNull();
  const none = { textDocument: { uri: 'file:///work/none.md' }, position: { line: 0, character: 3 } };
  expect(await plain.request(HoverRequest.method, none)).toBeNull();
});

/** The tokens as an editor reads them: their texts by type. */
function readTokens(client: Client, data: readonly number[]): string[] {
  const { tokenTypes } = client.capabilities.semanticTokensProvider!.legend;
  const found: string[] = [];
  let line = 0;
  let character = 0;
  for (let i = 0; i < data.length; i += 5) {
    const [lines, characters, length, type] = data.slice(i, i + 4) as [number, number, number, number];
    line += lines;
    character = lines === 0 ? character + characters : characters;
    const range: Range = { start: { line, character }, end: { line, character: character + length } };
    found.push(`${tokenTypes[type]} ${client.document(uri).getText(range)}`);
  }
  return found;
}

test('tokens come whole, in part, and as what has changed', async () => {
  const client = await Client.shared();
  client.open(uri, draft);
  const full = await client.request<SemanticTokens>(SemanticTokensRequest.method, { textDocument });
  const tokens = readTokens(client, full.data);
  expect(tokens).toContain('property Status');
  expect(tokens).toContain('macro [Goal 2: a second property, independent of the first]');
  const range = client.rangeOf(uri, 'Goal 2: a second');
  const part = await client.request<SemanticTokens>(SemanticTokensRangeRequest.method, {
    textDocument,
    range,
  });
  expect(readTokens(client, part.data)).toContain(
    'macro [Goal 2: a second property, independent of the first]',
  );
  expect(part.data.length).toBeLessThan(full.data.length);
  client.replace(uri, 'WIP', 'Draft');
  const delta = await client.request<SemanticTokensDelta>(SemanticTokensDeltaRequest.method, {
    textDocument,
    previousResultId: full.resultId,
  });
  const data = [...full.data];
  for (const { start, deleteCount, data: added = [] } of [...delta.edits].reverse())
    data.splice(start, deleteCount, ...added);
  const fresh = await client.request<SemanticTokens>(SemanticTokensRequest.method, { textDocument });
  expect(data).toEqual(fresh.data);
  expect(readTokens(client, data)).toEqual(
    tokens.flatMap((token) => (token === 'property Status' ? [token, 'enumMember Draft'] : [token])),
  );
  const unknown = { textDocument, previousResultId: 'of another session' };
  const whole = await client.request<SemanticTokens>(SemanticTokensDeltaRequest.method, unknown);
  expect(whole.data).toEqual(fresh.data);
});

test('a token of several lines is one on each', async () => {
  const client = await Client.shared();
  client.open(
    uri,
    draft.replace('[Goal 2: a second property, independent', '[Goal 2: a second property,\r\n  independent'),
  );
  const full = await client.request<SemanticTokens>(SemanticTokensRequest.method, { textDocument });
  const tokens = readTokens(client, full.data);
  const first = tokens.indexOf('macro [Goal 2: a second property,');
  expect(tokens[first + 1]).toBe('macro independent of the first]');
});

test('folds keep to what the editor takes', async () => {
  const { client } = await ableClient();
  const plain = await Client.shared();
  for (const each of [client, plain]) each.open(uri, `---\ntitle: x\n---\n\n${draft}`);
  const folds = (each: Client) => each.request<FoldingRange[]>(FoldingRangeRequest.method, { textDocument });
  const few = await folds(client);
  expect(few).toHaveLength(3);
  expect(
    few.every(({ startCharacter, endCharacter }) => (startCharacter ?? endCharacter) === undefined),
  ).toBe(true);
  const all = await folds(plain);
  expect(all.length).toBeGreaterThan(20);
  expect(all[0]).toEqual({ startLine: 0, endLine: 2, endCharacter: 3, kind: 'region' });
});

test('an editor that knows Markdown gets no symbols, and only the folds that Markdown has not', async () => {
  const { client } = await startAble({ markdownSupport: true });
  client.open(uri, `---\ntitle: x\n---\n\n${draft}`);
  expect(client.capabilities.documentSymbolProvider).toBeUndefined();
  expect(await client.request<FoldingRange[]>(FoldingRangeRequest.method, { textDocument })).toEqual([
    { startLine: 0, endLine: 2, kind: 'region' },
  ]);
});

test('symbols are nested where the editor shows that, and a list elsewhere', async () => {
  const { client } = await ableClient();
  const plain = await Client.shared();
  for (const each of [client, plain]) each.open(uri, finished);
  const [title, ...others] = await client.request<DocumentSymbol[]>(DocumentSymbolRequest.method, {
    textDocument,
  });
  expect(others).toEqual([]);
  expect(title!.selectionRange).toEqual(
    client.rangeOf(uri, '# Short Link Service - Technical Specification'),
  );
  const background = title!.children!.find(({ name }) => name === 'Background')!;
  expect(background.children!.map(({ name }) => name)).toEqual(['Context', 'Related Work', 'Assumptions']);
  const list = await plain.request<SymbolInformation[]>(DocumentSymbolRequest.method, { textDocument });
  expect(list.find(({ name }) => name === 'Related Work')).toMatchObject({
    containerName: 'Background',
    location: { uri },
  });
});

test('selections grow from each position', async () => {
  const client = await Client.shared();
  client.open(uri, finished);
  const positions = [at(client, 'outside vendor'), { line: 0, character: 4 }];
  const [first, second] = await client.request<SelectionRange[]>(SelectionRangeRequest.method, {
    textDocument,
    positions,
  });
  const texts: string[] = [];
  for (let range: SelectionRange | undefined = first; range; range = range.parent)
    texts.push(client.document(uri).getText(range.range));
  expect(texts[0]).toBe('outside');
  expect(texts.at(-1)).toBe(finished);
  expect(client.document(uri).getText(second!.range)).toBe('Short');
});

test('lenses are off until they are wanted, and then do what they say', async () => {
  const { client, asked } = await ableClient();
  client.open(
    uri,
    finished.replace(
      '## Security\n',
      '## Security\n\n- **FR-1**: It must hold. See NFR-2.\n- **NFR-2**: Fast, as FR-1.\n',
    ),
  );
  const lenses = () => client.request<CodeLens[]>(CodeLensRequest.method, { textDocument });
  expect(await lenses()).toEqual([]);
  const refreshed = asked.refreshed();
  client.configure({ codeLens: { enable: true } });
  await refreshed;
  const shown = await lenses();
  const references = shown.find(({ command }) => command!.title === '1 reference')!.command!;
  expect(references).toMatchObject({ command: showReferencesCommand, arguments: [{ uri }] });
  const [{ ranges }] = references.arguments as [{ ranges: Range[] }];
  expect(ranges.map((range) => client.document(uri).getText(range))).toEqual(['FR-1']);
  const adding = shown.find(({ command }) => command!.title === 'Add another Endpoint')!.command!;
  client.replace(uri, '## Background\n', '## Background\n\nA new paragraph 😀.\n');
  await client.request(ExecuteCommandRequest.method, adding);
  expect(client.text(uri)).toContain('A new paragraph 😀.');
  expect(asked.edits).toEqual(['Add another section']);
  const { selection } = asked.shown[0]!;
  expect(client.document(uri).getText(selection)).toBe('#### Endpoint: [Name]');
  expect(await client.problems(uri)).toContain('placeholder [Name]');
  await client.request(ExecuteCommandRequest.method, {
    command: 'specwright.addInstance',
    arguments: [{ uri: 'file:///no.md', mark: {} }],
  });
  expect(asked.edits).toHaveLength(1);
  expect(client.log).toEqual([]);
});

test('a client that applies no edits and shows no references gets lenses to read', async () => {
  const client = await Client.start({ settings: { codeLens: { enable: true } } });
  client.open(uri, finished.replace('## Security\n', '## Security\n\n- **FR-1**: It must hold.\n'));
  const lenses = await client.request<CodeLens[]>(CodeLensRequest.method, { textDocument });
  expect(lenses.map(({ command }) => command)).toEqual([{ title: '0 references', command: '' }]);
  expect(client.capabilities.executeCommandProvider).toBeUndefined();
});

test('nothing is shown where Specwright is switched off', async () => {
  const client = await Client.start({ settings: { enable: false, codeLens: { enable: true } } });
  client.open(uri, draft);
  const ask = (method: string, more = {}) => client.request<unknown>(method, { textDocument, ...more });
  const position = at(client, '### Technical Goals');
  expect(await ask(HoverRequest.method, { position })).toBeNull();
  expect(await ask(SemanticTokensRequest.method)).toMatchObject({ data: [] });
  expect(await ask(SelectionRangeRequest.method, { positions: [position] })).toBeNull();
  for (const { method } of [CodeLensRequest, DocumentSymbolRequest, FoldingRangeRequest])
    expect(await ask(method)).toEqual([]);
});
