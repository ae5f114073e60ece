// How long an author waits for the problems after each typed character, over the real protocol, beside a server that does
// nothing. Prints figures; nothing depends on them but people.
//   --server FILE   another bundle than dist/server.js, which is built for production first
//   --keys N        how many characters to type in each document (200)
//   --profile DIR   also write a CPU profile of the server there; for names in it, pass a bundle that is not minified
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { cache, root } from '../../scripts/lib/paths.mjs';
import { exitCode } from '../../scripts/lib/processes.mjs';
import { Failure, main, note } from '../../scripts/lib/say.mjs';
import { startServer } from './client.mjs';

const warmUp = 40;
const startRuns = 5;
const typed = 'and the queue keeps what the depot sends until a worker has read it twice, ';
const idleServer = join(import.meta.dirname, 'idle-server.mjs');

await main(async () => {
  const { values } = parseArgs({
    options: {
      server: { type: 'string' },
      keys: { type: 'string', default: '200' },
      profile: { type: 'string' },
    },
  });
  const script = values.server ? resolve(values.server) : await productionServer();
  const flags = values.profile ? profiling(resolve(values.profile)) : [];
  const documents = documentsToTypeIn(await generators());

  const rows = [];
  for (const document of documents) {
    const idle = await typeIn(idleServer, [], document, Number(values.keys));
    rows.push([
      document.name,
      document.aim,
      await typeIn(script, flags, document, Number(values.keys)),
      idle,
    ]);
    note(`${document.name}: done`);
  }
  console.log('\nFrom a typed character to its diagnostics, in ms\n');
  printTable(
    ['document', 'lines', 'problems', 'p50', 'p95', 'max', 'aim (p95)', 'nothing: p50', 'p95', 'max'],
    rows.map(([name, aim, real, idle]) => [
      ...[name, real.lines, real.problems, ...figures(real.times), aim],
      ...figures(idle.times),
    ]),
  );
  const p95 = (index) => quantile(rows[index][2].times, 0.95);
  console.log(
    `\n50,000 lines take ${(p95(2) / p95(0)).toFixed(1)} times what 1,000 take (p95; aim: at most 2).`,
  );

  console.log('\nFrom the start of the process to the diagnostics of 1,000 lines, in ms\n');
  const starts = [];
  for (let run = 0; run < startRuns; run++) starts.push(await timeToFirst(script, documents[0].text));
  const idleStarts = [];
  for (let run = 0; run < startRuns; run++) idleStarts.push(await timeToFirst(idleServer, documents[0].text));
  printTable(
    ['', 'median', 'min', 'max', 'aim'],
    [
      ['Specwright', ...spread(starts), '200'],
      ['nothing', ...spread(idleStarts), ''],
    ],
  );
  return 0;
});

async function productionServer() {
  const code = await exitCode(process.execPath, [join(root, 'scripts/build.mjs'), '--production'], {
    cwd: root,
  });
  if (code !== 0) throw new Failure('The server could not be built.');
  return join(root, 'dist/server.js');
}

function profiling(folder) {
  mkdirSync(folder, { recursive: true });
  return ['--cpu-prof', `--cpu-prof-dir=${folder}`];
}

/** The generator of the unit tests, which is TypeScript. */
async function generators() {
  const outfile = join(cache, 'bench', 'generate-spec.mjs');
  await build({
    absWorkingDir: root,
    entryPoints: ['test/support/generate-spec.ts'],
    outfile,
    format: 'esm',
    logLevel: 'warning',
  });
  return import(pathToFileURL(outfile).href);
}

/** Each with the place to type at: behind the last `behind` before the middle of the text that `from` begins. */
function documentsToTypeIn({ generateSpec, generateTableSpec, generateListSpec }) {
  const sentence = 'Each ';
  const unfinished = generateSpec(10_000).replace(/Keeps the .*/gu, '[The one job it does]');
  return [
    { name: '1,000 lines', text: generateSpec(1_000), behind: sentence, aim: '' },
    { name: '10,000 lines', text: generateSpec(10_000), behind: sentence, aim: '10' },
    { name: '50,000 lines', text: generateSpec(50_000), behind: sentence, aim: '2 × 1,000' },
    {
      name: '2,000-row table',
      text: generateTableSpec(2_000),
      behind: ' of the ',
      near: ' 1000 |',
      aim: '25',
    },
    {
      name: '2,000-item list',
      text: generateListSpec(2_000),
      behind: ' keeps its ',
      near: ' 1000 keeps',
      aim: '25',
    },
    { name: '10,000 lines, unfinished', text: unfinished, behind: sentence, aim: '' },
  ];
}

async function typeIn(script, flags, { text, behind, near }, keys) {
  const uri = 'file:///bench/spec.md';
  const server = await startServer(script, flags);
  await server.open(uri, text);
  let items = await server.pull(uri);
  const from = near ? text.indexOf(near) : text.length / 2;
  const offset = near ? text.indexOf(behind, from) : text.lastIndexOf(behind, from);
  if (offset < 0) throw new Failure(`There is no "${behind}" to type behind.`);
  const before = text.slice(0, offset + behind.length).split('\n');
  const line = before.length - 1;
  let { length: character } = before.at(-1);
  const times = [];
  for (let key = 0; key < warmUp + keys; key++) {
    const at = { line, character: character++ };
    const began = performance.now();
    await server.change(uri, key + 2, [{ range: { start: at, end: at }, text: typed[key % typed.length] }]);
    items = await server.pull(uri);
    if (key >= warmUp) times.push(performance.now() - began);
  }
  await server.stop();
  return { times, problems: items.length, lines: text.split('\n').length };
}

async function timeToFirst(script, text) {
  const began = performance.now();
  const server = await startServer(script);
  await server.open('file:///bench/spec.md', text);
  await server.pull('file:///bench/spec.md');
  const time = performance.now() - began;
  await server.stop();
  return time;
}

function figures(times) {
  return [quantile(times, 0.5), quantile(times, 0.95), Math.max(...times)].map((time) => time.toFixed(1));
}

function spread(times) {
  return [quantile(times, 0.5), Math.min(...times), Math.max(...times)].map((time) => time.toFixed(0));
}

/** The value that this share of all values does not exceed. */
function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil(share * sorted.length) - 1];
}

function printTable(head, rows) {
  const cells = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  for (const row of cells) {
    const line = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]),
    );
    console.log(`  ${line.join('  ')}`);
  }
}
