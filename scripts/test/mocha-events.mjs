// Mocha runs where its output cannot be seen: in the extension host. There, test/e2e/run-mocha.ts appends each result to a
// file as one line of JSON; this shows them as they come, and counts.
import { existsSync, readFileSync } from 'node:fs';
import { green, note, red, yellow } from '../lib/say.mjs';
import { checked, couldNotRun } from './outcome.mjs';

/** The name under which a Mocha run is told the file. */
export const resultsVariable = 'SPECWRIGHT_TEST_RESULTS';

/** Shows results and counts them. `finish(exitCode)` sums up. */
export function collectResults() {
  const seen = { passed: 0, failed: 0, skipped: [], ended: false };
  return {
    add: (line) => show(JSON.parse(line), seen),
    finish(exitCode) {
      const { ended, ...outcome } = seen;
      if (!ended && outcome.failed === 0) {
        const { passed, skipped } = outcome;
        return { ...couldNotRun('The tests did not run to their end.'), passed, skipped };
      }
      return checked(outcome, exitCode);
    },
  };
}

/** Follows a file of results. `finish(exitCode)` reads the rest and sums up. */
export function followResults(file) {
  const results = collectResults();
  let read = 0;
  const update = () => {
    if (!existsSync(file)) return;
    const text = readFileSync(file, 'utf8');
    const end = text.lastIndexOf('\n') + 1;
    const lines = text.slice(read, end).split('\n').filter(Boolean);
    read = end;
    lines.forEach(results.add);
  };
  const timer = setInterval(update, 200);
  return {
    finish(exitCode) {
      clearInterval(timer);
      update();
      return results.finish(exitCode);
    },
  };
}

function show(event, seen) {
  switch (event.event) {
    case 'pass':
      seen.passed++;
      console.log(`  ${green('✓')} ${event.title} (${event.duration} ms)`);
      break;
    case 'fail':
      seen.failed++;
      console.log(`  ${red('✗')} ${event.title}\n${indent(event.error)}`);
      break;
    case 'skip':
      seen.skipped.push(event.title);
      console.log(`  ${yellow('-')} ${event.title} (skipped)`);
      break;
    case 'note':
      note(event.text);
      break;
    case 'end':
      seen.ended = true;
      break;
  }
}

function indent(text) {
  return text.replace(/^/gm, '      ');
}
