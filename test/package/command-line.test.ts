// The package that `npm pack` makes, for the command line and for other editors.
import { execFile, spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  createProtocolConnection,
  InitializeRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

const root = resolve(import.meta.dirname, '../..');
const shell = process.platform === 'win32';
const run = promisify(execFile);
const npm = (parameters: string[], cwd: string) => run('npm', parameters, { cwd, shell });

let home: string;
const command = (name: string) => join(home, 'node_modules/.bin', name);

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'specwright-npm-'));
  const { stdout } = await npm(['pack', '--json', '--pack-destination', home], root);
  const [{ filename, files }] = JSON.parse(stdout) as [{ filename: string; files: { path: string }[] }];
  packed = files.map(({ path }) => path).sort();
  await npm(['install', '--offline', '--no-audit', '--no-fund', join(home, filename)], home);
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

let packed: string[];

test('nothing is in it but what is needed', () => {
  expect(packed).toEqual([
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'dist/THIRD-PARTY-LICENSES.txt',
    'dist/cli.js',
    'dist/server.js',
    'package.json',
  ]);
});

test('it brings no other packages along', () => {
  expect(readdirSync(join(home, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
    'specwright',
  ]);
});

test('the command checks a spec', async () => {
  copyFileSync(join(root, 'examples/draft-parcel-notifications.md'), join(home, 'draft.md'));
  const { stdout } = await run(command('specwright'), ['check', 'draft.md'], { cwd: home, shell }).catch(
    (failure: unknown) => failure as { stdout: string },
  );
  expect(stdout).toMatch(/draft\.md/);
  expect(stdout).toMatch(/status-invalid/);
});

test('the language server answers', async () => {
  const server = spawn(command('specwright-language-server'), ['--stdio'], { stdio: 'pipe', shell });
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  try {
    connection.listen();
    const { serverInfo } = await connection.sendRequest(InitializeRequest.type, {
      processId: null,
      rootUri: null,
      capabilities: {},
    });
    expect(serverInfo?.name).toBe('specwright');
  } finally {
    connection.dispose();
    server.kill();
  }
});

test('a dry run of a release says what it would publish, and publishes nothing', async () => {
  const vsix = process.env['SPECWRIGHT_VSIX'] ?? '';
  const env = { ...process.env, VSCE_PAT: '', OVSX_PAT: '' };
  const parameters = [join(root, 'scripts/release.mjs'), '--dry-run', '--vsix', vsix];
  const { stdout } = await run(process.execPath, parameters, { cwd: home, env });
  expect(stdout).toContain('The variable VSCE_PAT is not set');
  expect(stdout).toContain(`vsce publish --packagePath ${vsix}`);
  expect(stdout).toContain(`ovsx publish --packagePath ${vsix}`);
});
