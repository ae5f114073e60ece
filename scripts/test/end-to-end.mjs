// Runs the Mocha tests of test/e2e/suite inside the extension host of a real VS Code.
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openPage } from '../browser/launch.mjs';
import { cache, root, screenshots, temporaryFolder } from '../lib/paths.mjs';
import { note } from '../lib/say.mjs';
import { remoteUri, serveVscode, workbenchUrl } from '../vscode/server.mjs';
import { writeSettings } from '../vscode/settings.mjs';
import { compileTests } from './compile.mjs';
import { followResults, resultsVariable } from './mocha-events.mjs';
import { makeWorkspace } from './workspace.mjs';

const timeLimit = 180_000;

/** In the served VS Code: a browser loads the workbench, which starts the tests in its extension host. */
export function endToEnd() {
  return inWorkspace(async ({ workspace, results, tests }) => {
    const server = await serveVscode({ env: { [resultsVariable]: results } });
    const browser = await openPage();
    try {
      const code = await runInWorkbench(browser.page, server, { workspace, tests });
      if (code === undefined) await explainTimeout(browser.page, server);
      return code ?? 1;
    } finally {
      await browser.close();
      await server.stop();
    }
  });
}

async function runInWorkbench(page, server, { workspace, tests }) {
  // A workbench that runs tests reports through these two functions.
  let report;
  const ended = new Promise((resolve) => (report = resolve));
  await page.exposeFunction('codeAutomationLog', () => {});
  await page.exposeFunction('codeAutomationExit', report);
  const payload = [
    ['extensionDevelopmentPath', remoteUri(server, root)],
    ['extensionTestsPath', remoteUri(server, dirname(tests))],
  ];
  await page.goto(workbenchUrl(server, { folder: workspace, payload }));
  return Promise.race([ended, new Promise((resolve) => setTimeout(resolve, timeLimit).unref())]);
}

/** In a desktop VS Code: the one whose program VSCODE_PATH names, or a download. */
export function endToEndOnDesktop() {
  return inWorkspace(async ({ workspace, results, tests, home }) => {
    const { runTests } = await import('@vscode/test-electron');
    writeSettings(join(home, 'user/User/settings.json'));
    return runTests({
      vscodeExecutablePath: process.env.VSCODE_PATH,
      cachePath: join(cache, 'vscode-desktop'),
      extensionDevelopmentPath: root,
      extensionTestsPath: dirname(tests),
      extensionTestsEnv: { [resultsVariable]: results },
      launchArgs: [
        workspace,
        ...['--user-data-dir', join(home, 'user'), '--extensions-dir', join(home, 'extensions')],
        ...['--disable-workspace-trust', '--skip-welcome', '--skip-release-notes'],
      ],
    });
  });
}

/** Compiles the tests, copies the workspace they work in, and follows their results. */
async function inWorkspace(run) {
  const tests = await compileTests('suite');
  const home = temporaryFolder('e2e');
  const workspace = makeWorkspace(join(home, 'workspace'));
  const results = join(home, 'results.jsonl');
  const following = followResults(results);
  let code = 1;
  try {
    code = await run({ workspace, results, tests, home });
  } catch (error) {
    note(error.message);
  }
  return following.finish(code);
}

async function explainTimeout(page, server) {
  mkdirSync(screenshots, { recursive: true });
  await page.screenshot({ path: join(screenshots, 'e2e-timeout.png') }).catch(() => {});
  note(
    `The tests did not end within ${timeLimit / 1000} s. See .run/screenshots/e2e-timeout.png and the log:`,
  );
  note(server.log().slice(-4000));
}
