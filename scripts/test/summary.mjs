// What is said at the end.
import { duration } from '../lib/say.mjs';

/** A row for each suite, and the name of each skipped test. */
export function table(results) {
  const rows = results.map(({ suite, outcome, time }) => [
    suite.name,
    String(outcome.passed),
    String(outcome.failed),
    String(outcome.skipped.length),
    duration(time),
  ]);
  const header = ['suite', 'passed', 'failed', 'skipped', 'time'];
  const widths = header.map((_, column) => Math.max(...[header, ...rows].map((row) => row[column].length)));
  const line = (row) =>
    row
      .map((text, column) => (column === 0 ? text.padEnd(widths[0]) : text.padStart(widths[column])))
      .join('   ');
  const skipped = results.flatMap(({ suite, outcome }) =>
    outcome.skipped.map((name) => `skipped in ${suite.name}: ${name}`),
  );
  return [header, ...rows].map(line).concat(skipped).join('\n');
}

/** The skipped are named above; this line says what decides. */
export function lastLine(results) {
  const sum = (count) => results.reduce((total, { outcome }) => total + count(outcome), 0);
  return `${sum((outcome) => outcome.passed)} passed, ${sum((outcome) => outcome.failed)} failed`;
}
