// Starts programs and makes sure that none outlives the script: each runs in a process group of its own, and the group is
// ended when the script ends, however it ends.
import { spawn, spawnSync } from 'node:child_process';
import { constants } from 'node:os';
import { Failure } from './say.mjs';

const windows = process.platform === 'win32';
const running = new Set();
const stopped = new WeakSet();

/** Starts a program. `options` as for `spawn`. */
export function start(command, parameters, options = {}) {
  const child = spawn(command, parameters, {
    stdio: 'inherit',
    windowsHide: true,
    detached: !windows,
    ...options,
  });
  if (child.pid !== undefined) running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

/** Runs a program to its end. Resolves to its exit code, 128 and more for a signal. */
export function exitCode(command, parameters, options = {}) {
  return new Promise((resolve, reject) => {
    const child = start(command, parameters, options);
    child.once('error', (error) => reject(new Failure(`Cannot run ${command}: ${error.message}`)));
    child.once('close', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 1)));
  });
}

/** Runs a program that has to succeed. With `quiet` its output is shown only when it fails. */
export async function run(command, parameters, { quiet = false, ...options } = {}) {
  if (!quiet) {
    const code = await exitCode(command, parameters, options);
    if (code !== 0) throw new Failure(`${command} ${parameters.join(' ')} ended with exit code ${code}.`);
    return '';
  }
  return new Promise((resolve, reject) => {
    const child = start(command, parameters, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (output += data));
    child.once('error', (error) => reject(new Failure(`Cannot run ${command}: ${error.message}`)));
    child.once('close', (code) => {
      if (code === 0) resolve(output);
      else
        reject(
          new Failure(`${output.trim()}\n${command} ${parameters.join(' ')} ended with exit code ${code}.`),
        );
    });
  });
}

/** Resolves to the exit code of a program that ends without being stopped. */
export function endedByItself(child) {
  return new Promise((resolve) => {
    child.once('exit', (code) => {
      if (!stopped.has(child)) resolve(code);
    });
  });
}

/** Ends a program and all that it started: first asks, then insists. */
export async function stop(child) {
  if (!running.has(child)) return;
  stopped.add(child);
  const gone = new Promise((resolve) => child.once('exit', resolve));
  end(child, 'SIGTERM');
  const patience = setTimeout(() => end(child, 'SIGKILL'), 2000);
  await gone;
  clearTimeout(patience);
  end(child, 'SIGKILL'); // what it started and left behind
}

function end(child, signal) {
  if (windows) {
    spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true });
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group is gone already.
  }
}

process.once('exit', () => {
  for (const child of running) end(child, 'SIGKILL');
});

/** Ends the script on Ctrl+C and its like, after all that it started. */
export function stopOnSignals() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, async () => {
      await Promise.all([...running].map(stop));
      process.exit(128 + constants.signals[signal]);
    });
  }
}
