// Runs tests with Vitest: its own report on the screen, the counts from a second one in a file.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { packageCommand } from '../lib/npm.mjs';
import { cache, root } from '../lib/paths.mjs';
import { exitCode } from '../lib/processes.mjs';
import { checked, couldNotRun } from './outcome.mjs';

/** `parameters` choose the tests, as on Vitest's command line; `env` is for them to read. */
export async function vitest(name, parameters, env = {}) {
  const report = join(cache, 'results', `${name}.json`);
  rmSync(report, { force: true });
  const code = await exitCode(
    process.execPath,
    [
      packageCommand('vitest'),
      'run',
      ...parameters,
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`, '--passWithNoTests'],
    ],
    { cwd: root, env: { ...process.env, ...env } },
  );
  if (!existsSync(report)) return couldNotRun('Vitest ended without a report.');
  return checked(outcome(JSON.parse(readFileSync(report, 'utf8'))), code);
}

function outcome({ testResults }) {
  const tests = testResults.flatMap((file) => file.assertionResults);
  // A file that cannot be loaded has no tests to fail.
  const broken = testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  );
  const of = (...statuses) => tests.filter(({ status }) => statuses.includes(status));
  return {
    passed: of('passed').length,
    failed: of('failed').length + broken.length,
    skipped: of('pending', 'skipped', 'todo', 'disabled').map(({ fullName }) => fullName),
  };
}
