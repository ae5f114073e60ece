import type { Runner, Test } from 'mocha';

/** What a run of Mocha has to say, one line of JSON each; scripts/test/mocha-events.mjs shows it. */
export type MochaEvent =
  | { event: 'pass'; title: string; duration: number | undefined }
  | { event: 'skip'; title: string }
  | { event: 'fail'; title: string; error: string | undefined }
  | { event: 'note'; text: string }
  | { event: 'end' };

/** Reports each result of a run as it comes. */
export function reportResults(runner: Runner, report: (event: MochaEvent) => void): void {
  const title = (test: Test): string => test.fullTitle();
  runner.on('pass', (test) => report({ event: 'pass', title: title(test), duration: test.duration }));
  runner.on('pending', (test) => report({ event: 'skip', title: title(test) }));
  runner.on('fail', (test, error: Error) =>
    report({ event: 'fail', title: title(test), error: error.stack }),
  );
}
