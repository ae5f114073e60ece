import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import type { ClientCapabilities, Range } from 'vscode-languageserver-protocol';
import { draft, root, specFiles, startsProcesses, workspaceFolder } from '../lsp/fixtures';
import { Client, pulling } from '../lsp/client';
import { check } from './run';

startsProcesses();

const severities = ['error', 'warning', 'info', 'hint'];

/** An editor that shows all there is to show. */
const capabilities: ClientCapabilities = {
  ...pulling,
  textDocument: {
    ...pulling.textDocument,
    diagnostic: { relatedInformation: true, codeDescriptionSupport: true },
  },
};

const placeOf = ({ start, end }: Range) => ({
  line: start.line + 1,
  column: start.character + 1,
  endLine: end.line + 1,
  endColumn: end.character + 1,
});

test('the command line and the editor give the same problems', async () => {
  const unused = draft.replace(
    '## Background\n',
    '<!-- specwright-disable date-invalid -->\n\n## Background\n\n<!-- specwright-enable -->\n',
  );
  const { path: folder } = workspaceFolder({ 'unused.md': unused });
  const files = [...specFiles, join(folder, 'unused.md')];
  const { report } = await check(files, { cwd: root });
  const client = await Client.start({ folders: [pathToFileURL(root).href], capabilities });
  expect(report.files.map(({ path }) => path)).toEqual([...files].sort());
  let compared = 0;
  let related = 0;
  for (const { path, problems } of report.files) {
    const uri = pathToFileURL(path).href;
    client.open(uri, readFileSync(path, 'utf8'));
    const shown = (await client.pull(uri)).map(
      ({ code, severity, message, range, codeDescription, relatedInformation = [] }) => ({
        rule: code,
        severity: severities[severity! - 1],
        message,
        ...placeOf(range),
        related: relatedInformation.map((other) => {
          expect(other.location.uri).toBe(uri);
          return { message: other.message, ...placeOf(other.location.range) };
        }),
        url: codeDescription?.href ?? null,
      }),
    );
    const told = problems.map(({ fixable: _, slot: __, ...problem }) => problem);
    expect(told, relative(root, path)).toEqual(shown);
    compared += told.length;
    related += told.flatMap((problem) => problem.related).length;
  }
  expect(compared).toBeGreaterThan(200);
  expect(related).toBeGreaterThan(0);
  expect(client.log).toEqual([]);
});
