import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect } from 'vitest';
import type { Report } from '../../server/src/cli/report';
import { join } from 'node:path';
import { root } from '../lsp/fixtures';

/** What a command left behind. */
export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly cwd: string;
  /** Run as another user. */
  readonly uid?: number;
  /** Stop reading after the first piece of output, as `head` does. */
  readonly closeEarly?: boolean;
}

const command = join(root, 'dist/cli.js');

/** Runs the bundled command line in a process of its own. No run whatever may show a stack trace. */
export async function run(args: readonly string[], { cwd, uid, closeEarly }: RunOptions): Promise<Outcome> {
  if (!existsSync(command)) throw new Error(`${command} is not there. Build it: node scripts/build.mjs`);
  const child = spawn(process.execPath, [command, ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid === undefined ? {} : { uid }),
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
    if (closeEarly) child.stdout.destroy();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  expect(out + err).not.toMatch(/^\s+at .*:\d+:\d+\)?$/mu);
  expect(err).not.toContain('a fault of its own');
  return { code, out, err };
}

/** Runs `check` and reads its JSON report. */
export async function check(
  args: readonly string[],
  options: RunOptions,
): Promise<Outcome & { report: Report }> {
  const outcome = await run(['check', '--format', 'json', ...args], options);
  return { ...outcome, report: JSON.parse(outcome.out) as Report };
}
