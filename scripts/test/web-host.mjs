// Runs the Mocha tests of test/e2e/suite in VS Code for the web, in a virtual workspace: extension and server are workers, as
// they are packaged, and there is neither Node nor a file of this computer. Then the scenarios, which a browser drives.
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openPage } from '../browser/launch.mjs';
import { screenshots, temporaryFolder } from '../lib/paths.mjs';
import { note } from '../lib/say.mjs';
import { serveVscodeWeb } from '../vscode/web.mjs';
import { compileWebTests } from './compile.mjs';
import { collectResults } from './mocha-events.mjs';
import { packagedExtension } from './packaged.mjs';
import { runScenarios } from './web-scenarios.mjs';
import { makeWorkspace } from './workspace.mjs';

const timeLimit = 180_000;

/** As in test/e2e/web/run-mocha.ts. */
const mark = 'specwright-test ';

export async function webHost() {
  const home = temporaryFolder('web');
  const extension = join(home, 'extension');
  cpSync((await packagedExtension()).folder, extension, { recursive: true });
  const tests = join(extension, 'dist/e2e.web.js');
  await compileWebTests(tests);
  const workspace = makeWorkspace(join(home, 'workspace'));
  mkdirSync(screenshots, { recursive: true });

  const results = collectResults();
  const code = await inBrowser({ extension, tests, workspace }, async (page, server) => {
    const ended = await runInWorkbench(page, server.url, results);
    if (ended === undefined) await explainTimeout(page, server);
    return ended;
  });
  await inBrowser({ extension, workspace }, (page, server) => runScenarios(page, server.url, results));
  return results.finish(code ?? 1);
}

async function inBrowser(what, work) {
  const server = await serveVscodeWeb(what);
  const { page, close } = await openPage();
  try {
    return await work(page, server);
  } finally {
    await close();
    await server.stop();
  }
}

async function runInWorkbench(page, url, results) {
  let report;
  const ended = new Promise((resolve) => (report = resolve));
  // A workbench that runs tests reports through these two functions, the console of its extension host among it.
  await page.exposeFunction('codeAutomationLog', (_type, texts) => {
    for (const text of texts) if (String(text).startsWith(mark)) results.add(String(text).slice(mark.length));
  });
  await page.exposeFunction('codeAutomationExit', report);
  await page.goto(url);
  return Promise.race([ended, new Promise((resolve) => setTimeout(resolve, timeLimit).unref())]);
}

async function explainTimeout(page, server) {
  await page.screenshot({ path: join(screenshots, 'web-timeout.png') }).catch(() => {});
  note(
    `The tests did not end within ${timeLimit / 1000} s. See .run/screenshots/web-timeout.png and the log:`,
  );
  note(server.log().slice(-4000));
}
