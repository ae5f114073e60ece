import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { root, specFiles, startsProcesses } from '../lsp/fixtures';
import { Client } from '../lsp/client';
import { check } from './run';

startsProcesses();

const severities = ['error', 'warning', 'info', 'hint'];

test('the command line and the editor give the same problems', async () => {
  const { report } = await check(specFiles, { cwd: root });
  const client = await Client.start({ folders: [pathToFileURL(root).href] });
  expect(report.files.map(({ path }) => path)).toEqual([...specFiles].sort());
  let compared = 0;
  for (const { path, problems } of report.files) {
    const uri = pathToFileURL(path).href;
    client.open(uri, readFileSync(path, 'utf8'));
    const shown = (await client.pull(uri)).map(({ code, severity, message, range: { start, end } }) => ({
      rule: code,
      severity: severities[severity! - 1],
      message,
      line: start.line + 1,
      column: start.character + 1,
      endLine: end.line + 1,
      endColumn: end.character + 1,
    }));
    const told = problems.map(({ fixable: _, slot: __, ...problem }) => problem);
    expect(told, relative(root, path)).toEqual(shown);
    compared += told.length;
  }
  expect(compared).toBeGreaterThan(200);
  expect(client.log).toEqual([]);
});
