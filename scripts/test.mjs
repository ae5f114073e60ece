// Runs everything that says whether the project is sound, and sums it up in one line.
//   --only unit,e2e   some suites only
// Imports nothing but Node's own modules at first: the packages may not be installed yet.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensurePackages } from './lib/npm.mjs';
import { root } from './lib/paths.mjs';
import { stopOnSignals } from './lib/processes.mjs';
import { bold, Failure, main, say } from './lib/say.mjs';
import { couldNotRun } from './test/outcome.mjs';
import { suites } from './test/suites.mjs';
import { lastLine, table } from './test/summary.mjs';

await main(async () => {
  stopOnSignals();
  const chosen = choose();
  try {
    await ensurePackages();
  } catch (error) {
    console.error(`${error.message}\n\n0 passed, 1 failed`);
    return 1;
  }
  const results = [];
  const failed = new Set();
  for (const suite of chosen) {
    console.log('');
    say(`${bold(suite.title)}`);
    const began = Date.now();
    const outcome = await runSuite(suite, failed);
    if (outcome.failed > 0) failed.add(suite.name);
    if (outcome.problem) console.error(outcome.problem);
    results.push({ suite, outcome, time: Date.now() - began });
  }
  console.log(`\n${table(results)}\n\n${lastLine(results)}`);
  return failed.size > 0 ? 1 : 0;
});

function choose() {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  if (values.only === undefined) {
    return suites.filter(({ onRequest, needs }) => !onRequest && (!needs || existsSync(join(root, needs))));
  }
  const names = values.only.split(',');
  const unknown = names.filter((name) => !suites.some((suite) => suite.name === name));
  if (unknown.length > 0) {
    throw new Failure(
      `There is no suite ${unknown.join(', ')}. There are ${suites.map(({ name }) => name).join(', ')}.`,
    );
  }
  return suites.filter(({ name }) => names.includes(name));
}

async function runSuite({ run, after }, failed) {
  if (after && failed.has(after)) return couldNotRun(`It did not run, since "${after}" failed.`);
  try {
    return await run();
  } catch (error) {
    return couldNotRun(error instanceof Failure ? error.message : (error?.stack ?? String(error)));
  }
}
