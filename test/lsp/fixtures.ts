import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, vi } from 'vitest';

export const root = resolve(import.meta.dirname, '../..');

/** A document that follows the system template and has problems of every kind. */
export const draft = readFileSync(join(root, 'examples/draft-parcel-notifications.md'), 'utf8');

/** A document that follows the system template; finished. */
export const finished = readFileSync(join(root, 'examples/url-shortener.md'), 'utf8');

/** Documents that a check must give the same problems for everywhere. */
export const specFiles: readonly string[] = ['examples', 'templates'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(root, folder, name)),
);

/** A team's template, as small as one can be. */
export const decisionTemplate = `# [Decision] - Decision Record

**Status:** [Open | Decided]

## Question

[What has to be decided.]

## Options

[What could be done.]

## Verdict

[What is done, and why.]

## Consequences

[What follows from it.]
`;

/** A document that follows it, without a verdict. */
export const decision = `# Queue - Decision Record

**Status:** Open

## Question

Which queue?

## Options

Two.

## Consequences

None.
`;

let ends: (() => void)[] | undefined;

/**
 * Prepares a test file that starts processes or makes folders; to be called at its top. The work is done in those
 * processes, two at a time, and a busy machine takes its time to start them.
 */
export function startsProcesses(): void {
  vi.setConfig({ maxConcurrency: 2, testTimeout: 30_000 });
  beforeAll(() => {
    ends = [];
  });
  afterAll(() => {
    for (const end of ends ?? []) end();
    ends = undefined;
    vi.resetConfig();
  });
}

/** Does something after all tests of the file: tests that run side by side share what one of them would end. */
export function afterwards(work: () => void): void {
  if (!ends) throw new Error('The test file has to call startsProcesses() at its top.');
  ends.push(work);
}

/** A folder that is removed after the tests of the file, with files by their paths. */
export function workspaceFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): {
  readonly path: string;
  readonly uri: string;
  readonly uriOf: (file: string) => string;
  readonly write: (file: string, content: string | Uint8Array) => string;
} {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'specwright-test-')));
  afterwards(() => rmSync(path, { recursive: true, force: true }));
  const uriOf = (file: string) => pathToFileURL(join(path, file)).href;
  const write = (file: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(path, file)), { recursive: true });
    writeFileSync(join(path, file), content);
    return uriOf(file);
  };
  for (const [file, content] of Object.entries(files)) write(file, content);
  return { path, uri: pathToFileURL(path).href, uriOf, write };
}
