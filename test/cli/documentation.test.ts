import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../lsp/fixtures';
import { run } from './run';

const pages = ['README.md', 'docs/editors.md', 'docs/guide.md'];
const commandLines = pages.flatMap((page) =>
  Array.from(
    readFileSync(join(root, page), 'utf8').matchAll(/\bspecwright (check|new|outline|templates)\b(.*)$/gmu),
  ),
);

test('the documentation shows every command', () => {
  expect(new Set(commandLines.map(([, command]) => command)).size).toBe(4);
});

test.each(['check', 'new', 'outline', 'templates'])(
  '%s has the options that the documentation shows',
  async (command) => {
    const { out } = await run([command, '--help'], { cwd: root });
    const general = await run(['--help'], { cwd: root });
    const shown = commandLines
      .filter(([, named]) => named === command)
      .flatMap(([, , rest = '']) => rest.match(/(?<![\w-])--[a-z-]+/gu) ?? []);
    expect(shown.filter((option) => !`${out}${general.out}`.includes(option))).toEqual([]);
  },
);
