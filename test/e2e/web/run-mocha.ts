import 'mocha/mocha.js';
import { reportResults, type MochaEvent } from '../mocha-events';

/** What the harness recognizes a result by, among all else that a workbench writes to its console. */
const mark = 'specwright-test ';

/**
 * Runs tests in the extension host of the web, where there are no files to report to: a result is a line on the console.
 *
 * @param load  loads the tests, once Mocha is there for them
 */
export async function runMocha(load: () => void, grep: string | undefined): Promise<void> {
  const report = (event: MochaEvent): void => console.log(mark + JSON.stringify(event));
  mocha.setup({ ui: 'tdd', timeout: 60_000, reporter: Mocha.reporters.Base, ...(grep && { grep }) });
  load();
  const failures = await new Promise<number>((resolve) => {
    reportResults(mocha.run(resolve), report);
  });
  report({ event: 'end' });
  if (failures > 0) throw new Error(`${failures} failed`);
}
