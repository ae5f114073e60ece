// Serves VS Code to a browser on this computer.
import { appendFileSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { temporaryFolder } from '../lib/paths.mjs';
import { endedByItself, run, start, stop } from '../lib/processes.mjs';
import { Failure } from '../lib/say.mjs';
import { ensureVscodeServer } from './install.mjs';
import { quietSettings, restrictedSettings, writeSettings } from './settings.mjs';

/**
 * Starts a VS Code server. Its settings and state are its own, and so are its extensions unless `extensions` names a
 * folder of them. It trusts every workspace; with `asksForTrust` none, until the person does.
 *
 * @returns `url`, `authority` (the host in the URIs of its files), `log()`, `endedByItself` and `stop()`
 */
export async function serveVscode({ port, extensions, asksForTrust = false, env = {} } = {}) {
  const editor = await ensureVscodeServer();
  port ??= await freePort();
  const data = temporaryFolder('vscode');
  // The server reads the settings of the machine, the workbench those of the user.
  const settings = asksForTrust ? restrictedSettings : quietSettings;
  writeSettings(join(data, 'data/Machine/settings.json'), settings);
  writeSettings(join(data, 'data/User/settings.json'), settings);
  const child = start(
    process.execPath,
    [
      join(editor, 'out/server-main.js'),
      ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'],
      ...['--server-data-dir', data, '--extensions-dir', extensions ?? join(data, 'extensions')],
      ...['--telemetry-level', 'off', '--accept-server-license-terms'],
      ...(asksForTrust ? [] : ['--disable-workspace-trust']),
      ...['--disable-getting-started-override', '--disable-update-check'],
    ],
    { env: editorEnvironment(env), stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let log = '';
  const record = (text) => {
    log += text;
    appendFileSync(join(data, 'server.log'), text);
  };
  child.stdout.on('data', record);
  child.stderr.on('data', record);
  const server = {
    url: `http://127.0.0.1:${port}`,
    authority: `127.0.0.1:${port}`,
    log: () => log,
    endedByItself: endedByItself(child),
    stop: () => stop(child),
  };
  try {
    await untilItAnswers(server, child);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return server;
}

async function untilItAnswers(server, child) {
  for (let attempt = 0; attempt < 300; attempt++) {
    if (child.exitCode !== null) throw new Failure(`The VS Code server ended at once:\n${server.log()}`);
    const answer = await fetch(`${server.url}/version`).catch(() => undefined);
    if (answer?.ok) return;
    await wait(100);
  }
  throw new Failure(`The VS Code server did not answer within 30 seconds:\n${server.log()}`);
}

/**
 * The address that opens a folder. In `?folder=` and not by `--default-folder`: with the flag the folder's files have
 * another authority than their diagnostics, and no squiggle shows.
 */
export function workbenchUrl(server, { folder, file, payload = [] }) {
  const all = [['skipWelcome', 'true'], ...payload];
  if (file) all.push(['openFile', remoteUri(server, file)]);
  const query = new URLSearchParams({ folder: uriPath(folder), payload: JSON.stringify(all) });
  return `${server.url}/?${query}`;
}

/** A file of this computer as the workbench in the browser names it. */
export function remoteUri(server, file) {
  return `vscode-remote://${server.authority}${uriPath(file)}`;
}

function uriPath(file) {
  return decodeURIComponent(pathToFileURL(file).pathname);
}

/** Installs a packaged extension into a folder of extensions. */
export async function installExtension(vsix, extensions) {
  const editor = await ensureVscodeServer();
  mkdirSync(extensions, { recursive: true });
  const data = temporaryFolder('install');
  await run(
    process.execPath,
    [
      join(editor, 'out/server-main.js'),
      ...['--install-extension', vsix, '--force', '--accept-server-license-terms'],
      ...['--extensions-dir', extensions, '--server-data-dir', data],
    ],
    { env: editorEnvironment(), quiet: true },
  );
}

/** Without the variables of an editor whose terminal this may be run from, and without an extension gallery. */
function editorEnvironment(more = {}) {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('VSCODE_'));
  return { ...Object.fromEntries(inherited), EXTENSIONS_GALLERY: '{"serviceUrl":""}', ...more };
}

export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** Whether nothing listens at a port yet. */
export function portIsFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
