import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Uri } from 'vscode';
import { gitUserName } from '../../client/src/git-user.node';

const folderAt = (fsPath: string, scheme = 'file') => ({ scheme, fsPath }) as Uri;

let home: string;
let repository: string;

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'specwright-git-'));
  repository = join(home, 'repository');
  mkdirSync(repository);
  writeFileSync(join(home, 'global'), '[user]\n\tname = Ada Lovelace\n');
  vi.stubEnv('GIT_CONFIG_GLOBAL', join(home, 'global'));
  vi.stubEnv('HOME', home);
  vi.stubEnv('USERPROFILE', home);
  execFileSync('git', ['init', '--quiet', repository]);
  execFileSync('git', ['-C', repository, 'config', 'user.name', 'Grace Hopper']);
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true, force: true });
});

test('a repository may have a name of its own', async () => {
  expect(await gitUserName(folderAt(repository))).toBe('Grace Hopper');
});

test('without a folder, as for one that is not trusted, it is that of the person', async () => {
  expect(await gitUserName(undefined)).toBe('Ada Lovelace');
});

test('a folder that is not on this machine says nothing', async () => {
  expect(await gitUserName(folderAt(repository, 'vscode-vfs'))).toBe('Ada Lovelace');
});

test('a folder that is gone is no reason to fail', async () => {
  expect(await gitUserName(folderAt(join(home, 'gone')))).toBeUndefined();
});
