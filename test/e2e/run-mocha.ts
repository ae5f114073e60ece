import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { reportResults, type MochaEvent } from './mocha-events';

/**
 * Runs the compiled tests of a folder. Each result is appended to the file that the harness follows, since neither the
 * output of an extension host nor that of a browser's driver reaches the terminal. Resolves to the number of failures.
 */
export async function runMocha(folder: string): Promise<number> {
  const { default: Mocha } = await import('mocha');
  /** Shows nothing: the harness shows the results as they come. */
  class Silent extends Mocha.reporters.Base {
    override epilogue(): void {}
  }
  const results = process.env['SPECWRIGHT_TEST_RESULTS'];
  const report = (event: MochaEvent): void => {
    if (results) appendFileSync(results, `${JSON.stringify(event)}\n`);
  };
  const mocha = new Mocha({
    ui: 'tdd',
    color: false,
    timeout: 60_000,
    grep: process.env['SPECWRIGHT_TEST_GREP'],
    reporter: results ? Silent : 'spec',
  });
  for (const name of readdirSync(folder).sort()) {
    if (name.endsWith('.test.js')) mocha.addFile(join(folder, name));
  }
  return new Promise((resolve) => {
    const runner = mocha.run((failures) => {
      report({ event: 'end' });
      resolve(failures);
    });
    reportResults(runner, report);
  });
}
