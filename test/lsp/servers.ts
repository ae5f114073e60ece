import { fork, spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import {
  createProtocolConnection,
  IPCMessageReader,
  IPCMessageWriter,
  PortMessageReader,
  PortMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
  type ProtocolConnection,
} from 'vscode-languageserver-protocol/node';

/** A language server that runs, started as an editor starts it. */
export interface RunningServer {
  readonly connection: ProtocolConnection;
  /** The exit code once it has ended; null when a signal ended it. */
  readonly exited: Promise<number | null>;
  /** What it wrote to standard error. */
  readonly errors: () => string;
  /** Closes the way in, as an editor that dies does. */
  readonly hangUp: () => void;
  readonly kill: () => void;
}

const root = resolve(import.meta.dirname, '../..');

/** The bundle under dist/, which the tests start as it is. */
function bundle(name: string): string {
  const file = join(root, 'dist', name);
  if (!existsSync(file)) throw new Error(`${file} is not there. Build it: node scripts/build.mjs`);
  return file;
}

export function overStdio(): RunningServer {
  const server = spawn(process.execPath, [bundle('server.js'), '--stdio'], { stdio: 'pipe' });
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  return { connection, ...watch(server), hangUp: () => server.stdin.end() };
}

export function overIpc(): RunningServer {
  const server = fork(bundle('server.js'), ['--node-ipc'], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  const connection = createProtocolConnection(new IPCMessageReader(server), new IPCMessageWriter(server));
  return { connection, ...watch(server), hangUp: () => server.disconnect() };
}

function watch(server: ChildProcess): Pick<RunningServer, 'exited' | 'errors' | 'kill'> {
  let errors = '';
  server.stderr?.setEncoding('utf8').on('data', (text: string) => (errors += text));
  return {
    exited: new Promise((resolve) => server.once('exit', resolve)),
    errors: () => errors,
    kill: () => server.kill('SIGKILL'),
  };
}

/** What a web worker offers a script and Node does not, and the reverse. */
const asWebWorker = `
  const { parentPort, workerData } = require('node:worker_threads');
  const script = require('node:fs').readFileSync(workerData, 'utf8');
  const run = require('node:vm').runInThisContext;
  globalThis.self = globalThis;
  globalThis.postMessage = (message) => parentPort.postMessage(message);
  globalThis.addEventListener = () => undefined;
  parentPort.on('message', (data) => globalThis.onmessage?.({ data }));
  delete globalThis.process;
  delete globalThis.Buffer;
  run(script, { filename: workerData });
`;

export function inWebWorker(): RunningServer {
  let errors = '';
  const worker = new Worker(asWebWorker, { eval: true, workerData: bundle('server.web.js'), stderr: true });
  worker.on('error', (error) => (errors += String(error)));
  worker.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const connection = createProtocolConnection(new PortMessageReader(worker), new PortMessageWriter(worker));
  const end = (): void => void worker.terminate();
  return {
    connection,
    exited: new Promise((resolve) => worker.once('exit', resolve)),
    errors: () => errors,
    hangUp: end,
    kill: end,
  };
}
