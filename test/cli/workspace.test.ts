import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startsProcesses, workspaceFolder } from '../lsp/fixtures';
import { check, run } from './run';

startsProcesses();

const template = `# [Name] - Service Note

**Status:** [Draft | In Review | Approved]
**Note ID:** [SN-NNN]
**Date:** [YYYY-MM-DD]

## Requirements

1. **FR-1**: [One behaviour]

## Design

[How it works.]

## Tests

[What is tested.]
`;

const note = (id: string, day: string, tests = 'None.') => `# Refunds - Service Note

**Status:** In Review
**Note ID:** ${id}
**Date:** 2026-05-${day}

## Requirements

None of its own.

## Design

One service.

## Tests

${tests}
`;

const files = {
  '.specwright/templates/note.md': template,
  'requirements.md': '# Refunds\n\n- **FR-1:** A clerk can refund a charge.\n',
  'docs/a.md': note('SN-001', '02', 'FR-1, FR-2, [b](b.md), [c](c.md)'),
  'docs/b.md': note('SN-001', '01'),
};

const workspaceRules = /^(?:requirement-undefined|related-document-missing|spec-id-duplicate)$/u;

test.concurrent('a file is checked among all of the working folder, whichever are named', async () => {
  const { path } = workspaceFolder(files);
  for (const given of [['docs/a.md'], ['docs'], ['.'], []]) {
    const { report, err } = await check(given, { cwd: path });
    expect(err).toBe('');
    const file = report.files.find((each) => each.path.endsWith('a.md'))!;
    const found = file.problems.filter(({ rule }) => workspaceRules.test(rule));
    expect(found.map(({ rule, message }) => `${rule}: ${message.split(',')[0]}`)).toEqual([
      'spec-id-duplicate: docs/b.md has the id SN-001 too',
      'requirement-undefined: No document of the workspace defines FR-2',
      'related-document-missing: There is no file c.md',
    ]);
  }
});

test.concurrent('--fix gives the younger of two files another id, and leaves the older', async () => {
  const { path } = workspaceFolder({ ...files, 'docs/c.md': note('SN-001', '03') });
  await run(['check', '--fix'], { cwd: path });
  const idOf = (file: string) => /SN-\d+/u.exec(readFileSync(join(path, file), 'utf8'))![0];
  expect(['docs/a.md', 'docs/b.md', 'docs/c.md'].map(idOf)).toEqual(['SN-002', 'SN-001', 'SN-003']);
});

test.concurrent('of a file outside of the working folder only its links are known', async () => {
  const { path } = workspaceFolder(files);
  const { path: cwd } = workspaceFolder({ '.specwright/templates/note.md': template });
  const { report } = await check([join(path, 'docs/a.md')], { cwd });
  const found = report.files[0]!.problems.filter(({ rule }) => workspaceRules.test(rule));
  expect(found.map(({ rule }) => rule)).toEqual(['related-document-missing']);
});
