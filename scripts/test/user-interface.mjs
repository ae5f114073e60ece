// Runs the scenarios of test/e2e/ui: a browser drives the workbench, in which the packaged extension is installed.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from '../browser/find.mjs';
import { browserSwitches } from '../browser/launch.mjs';
import { root, screenshots, temporaryFolder } from '../lib/paths.mjs';
import { exitCode } from '../lib/processes.mjs';
import { serveVscode } from '../vscode/server.mjs';
import { compileTests } from './compile.mjs';
import { followResults, resultsVariable } from './mocha-events.mjs';
import { packagedExtension } from './packaged.mjs';
import { makeWorkspace } from './workspace.mjs';

export async function userInterface() {
  const { extensions } = await packagedExtension();
  const tests = await compileTests('ui');
  const home = temporaryFolder('ui');
  rmSync(screenshots, { recursive: true, force: true });
  mkdirSync(screenshots, { recursive: true });
  const [server, restricted] = await Promise.all([
    serveVscode({ extensions }),
    serveVscode({ extensions, asksForTrust: true }),
  ]);
  const results = join(home, 'results.jsonl');
  const following = followResults(results);
  const env = {
    ...process.env,
    [resultsVariable]: results,
    SPECWRIGHT_SERVER: server.url,
    SPECWRIGHT_RESTRICTED_SERVER: restricted.url,
    SPECWRIGHT_BROWSER: JSON.stringify({ executablePath: await ensureBrowser(), args: browserSwitches }),
    SPECWRIGHT_WORKSPACES: home,
    SPECWRIGHT_FIXTURE: makeWorkspace(join(home, 'fixture')),
    SPECWRIGHT_SCREENSHOTS: screenshots,
  };
  try {
    const code = await exitCode(process.execPath, [tests], { cwd: root, env });
    return following.finish(code);
  } finally {
    await Promise.all([server.stop(), restricted.stop()]);
  }
}
