import { expect, test } from 'vitest';
import {
  DefinitionRequest,
  DocumentLinkRequest,
  WorkspaceSymbolRequest,
  WorkspaceSymbolResolveRequest,
  type DocumentLink,
  type WorkspaceSymbol,
} from 'vscode-languageserver-protocol';
import { Client, pulling } from './client';
import { startsProcesses, workspaceFolder } from './fixtures';

startsProcesses();

const template = `# [Name] - Service Note

**Status:** [Draft | In Review | Approved]
**Note ID:** [SN-YYYY-NNN]
**Related:** [Path]

## Requirements

1. **FR-1**: [One behaviour]

## Design

[How it works.]

## Tests

[What is tested.]
`;

const note = `# Refunds - Service Note

**Status:** In Review
**Note ID:** SN-2026-014
**Related:** docs/prd.md, docs/none.md

## Requirements

1. **FR-7**: A clerk can [refund](docs/prd.md#refunds) a [charge](https://example.com/charge).

## Design

See [shop](javascript:alert(1)) and ![plan](../plan.png).

## Tests

None.
`;

const library = {
  '.specwright/templates/note.md': template,
  'refunds.md': note,
  'docs/prd.md': '\uFEFF# Product\n\n## Refunds\n\n```\n## Fence\n```\n\n## Refunds\n',
};

const symbols = async (client: Client, query: string) =>
  (await client.request<WorkspaceSymbol[]>(WorkspaceSymbolRequest.type.method, { query })).map(
    ({ name, containerName, location }) => {
      const start = 'range' in location ? `:${location.range.start.line + 1}` : '';
      return `${name} (${containerName}) ${location.uri.slice(location.uri.lastIndexOf('/') + 1)}${start}`;
    },
  );

test.concurrent('specs, sections and ids of the workspace are found by parts of their names', async () => {
  const { uri, uriOf } = workspaceFolder(library);
  const client = await Client.start({ folders: [uri], capabilities: pulling });
  // The index is complete once a definition in another file is known.
  const plan = uriOf('plan.md');
  client.open(plan, '- FR-7\n');
  const from = { textDocument: { uri: plan }, position: { line: 0, character: 3 } };
  expect(await client.request(DefinitionRequest.type.method, from)).toHaveLength(1);
  expect(await symbols(client, 'refund')).toEqual([
    'Refunds - Service Note (note, In Review) refunds.md:1',
    'Refunds (Product) prd.md:3',
    'Refunds (Product) prd.md:9',
  ]);
  expect(await symbols(client, 'sn-2026-014')).toEqual(['SN-2026-014 (Refunds - Service Note) refunds.md:4']);
  expect(await symbols(client, 'fr-7')).toEqual(['FR-7 (Refunds - Service Note) refunds.md:9']);
  expect(await symbols(client, 'dsgn')).toEqual(['Design (Refunds - Service Note) refunds.md:11']);
  expect(await symbols(client, '')).toEqual(['Refunds - Service Note (note, In Review) refunds.md:1']);
  expect(await symbols(client, 'fence')).toEqual([]);
  client.open(uriOf('refunds.md'), note.replace('## Design', '## Plan'));
  expect(await symbols(client, 'dsgn')).toEqual([]);
});

test.concurrent(
  'places are read when a person goes there, and sections left to an editor that lists them',
  async () => {
    const { uri, uriOf } = workspaceFolder(library);
    const client = await Client.start({
      folders: [uri],
      capabilities: {
        ...pulling,
        workspace: { ...pulling.workspace, symbol: { resolveSupport: { properties: ['location.range'] } } },
      },
      initializationOptions: { markdownSupport: true },
    });
    const plan = uriOf('plan.md');
    client.open(plan, '- FR-7\n');
    await client.request(DefinitionRequest.type.method, {
      textDocument: { uri: plan },
      position: { line: 0, character: 3 },
    });
    expect(await symbols(client, 'design')).toEqual([]);
    const [found] = await client.request<WorkspaceSymbol[]>(WorkspaceSymbolRequest.type.method, {
      query: 'FR-7',
    });
    expect(found!.location).toEqual({ uri: uriOf('refunds.md') });
    const resolved = await client.request<WorkspaceSymbol>(WorkspaceSymbolResolveRequest.type.method, found);
    expect(resolved.location).toEqual({
      uri: uriOf('refunds.md'),
      range: { start: { line: 8, character: 5 }, end: { line: 8, character: 9 } },
    });
  },
);

test.concurrent(
  'links lead to files of the folder, and those in metadata only to files that are there',
  async () => {
    const { uri, uriOf } = workspaceFolder(library);
    const links = async (markdownSupport: boolean) => {
      const client = await Client.start({ folders: [uri], initializationOptions: { markdownSupport } });
      const own = uriOf('refunds.md');
      client.open(own, note);
      const found = await client.request<DocumentLink[]>(DocumentLinkRequest.type.method, {
        textDocument: { uri: own },
      });
      return found.map((link) => `${client.document(own).getText(link.range)} ${link.target}`);
    };
    const related = `docs/prd.md ${uriOf('docs/prd.md')}`;
    expect(await links(true)).toEqual([related]);
    expect(await links(false)).toEqual([
      `docs/prd.md#refunds ${uriOf('docs/prd.md')}#refunds`,
      'https://example.com/charge https://example.com/charge',
      related,
    ]);
  },
);
