import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FileChangeType } from 'vscode-languageserver-protocol';
import { Client, pulling, pushed } from './client';
import { startsProcesses, workspaceFolder } from './fixtures';

startsProcesses();

const template = `# [Name] - Service Note

**Status:** [Draft | In Review | Approved]
**Note ID:** [SN-NNN]

## Requirements

1. **FR-1**: [One behaviour]

## Design

[How it works.]

## Tests

[What is tested.]
`;

const note = (id: string, requirements: string, tests = 'None.') => `# Refunds - Service Note

**Status:** In Review
**Note ID:** ${id}

## Requirements

${requirements}

## Design

One service.

## Tests

${tests}
`;

const files = {
  '.specwright/templates/note.md': template,
  'a.md': note('SN-001', '1. **FR-1**: A clerk can refund a charge.'),
  'b.md': note('SN-002', 'None of its own.', 'FR-1 and FR-2, see [the first](a.md#requirements).'),
  'c.md': note('SN-003', 'None of its own.', 'FR-1, FR-8.'),
};

const ofRule = (rule: string, items: readonly { code?: unknown }[]) =>
  items.filter(({ code }) => code === rule);

test.concurrent('what one file defines, another may refer to; a third is not told again', async () => {
  const { uri, uriOf } = workspaceFolder(files);
  const client = await Client.start({ folders: [uri], capabilities: pushed });
  for (const file of ['a.md', 'b.md', 'c.md'] as const) client.open(uriOf(file), files[file]);
  const [a, b, c] = ['a.md', 'b.md', 'c.md'].map(uriOf) as [string, string, string];
  const undefinedIn = (of: string, count: number) =>
    client.pushFor(of, ({ diagnostics }) => ofRule('requirement-undefined', diagnostics).length === count);
  await undefinedIn(b, 1);
  await undefinedIn(c, 1);
  const pushes = () => client.pushes.filter((push) => push.uri === c).length;
  const before = pushes();
  client.replace(a, 'refund a charge.', 'refund a charge.\n2. **FR-2**: Twice');
  client.type(a, '**FR-2**: Twice', ' a day.');
  await undefinedIn(b, 0);
  client.replace(a, '\n2. **FR-2**: Twice a day.', '');
  await undefinedIn(b, 1);
  expect(pushes()).toBe(before);
  expect(client.log).toEqual([]);
});

test.concurrent(
  'a client that pulls is told to pull again, once the workspace is read and when a file changes',
  async () => {
    const { uri, uriOf, write, path } = workspaceFolder(files);
    const client = await Client.start({
      folders: [uri],
      capabilities: {
        ...pulling,
        workspace: { ...pulling.workspace, didChangeWatchedFiles: { dynamicRegistration: true } },
      },
    });
    const b = uriOf('b.md');
    client.open(b, files['b.md']);
    const workspaceProblems = async () =>
      (await client.problems(b)).filter((problem) =>
        /^(?:requirement-undefined|related|spec-id)/u.test(problem),
      );
    // Either pull may come before the workspace is read; a refresh tells of it.
    while ((await workspaceProblems()).length === 0) await client.refreshAfter(0);
    expect(await workspaceProblems()).toEqual(['requirement-undefined FR-2']);
    expect(client.registrations).toContain('workspace/didChangeWatchedFiles');
    await client.refreshBy(() => {
      client.fileChanged(write('d.md', '# Refunds\n\n- **FR-2:** Twice.\n'), FileChangeType.Created);
    });
    expect(await workspaceProblems()).toEqual([]);
    await client.refreshBy(() => {
      rmSync(join(path, 'a.md'));
      client.fileChanged(uriOf('a.md'), FileChangeType.Deleted);
    });
    expect((await workspaceProblems()).sort()).toEqual([
      'related-document-missing [the first](a.md#requirements)',
      'requirement-undefined FR-1',
    ]);
    expect(client.log).toEqual([]);
  },
);

test.concurrent('the fix of a duplicate id takes the next free one', async () => {
  const { uri, uriOf } = workspaceFolder({ ...files, 'd.md': files['c.md'] });
  const client = await Client.start({ folders: [uri], capabilities: pushed });
  const d = uriOf('d.md');
  client.open(d, files['c.md']);
  await client.pushFor(d, ({ diagnostics }) => ofRule('spec-id-duplicate', diagnostics).length === 1);
  const action = await client.action(d, 'SN-003', 'Use the next free id, SN-004');
  client.apply((await client.resolve(action)).edit ?? action.edit!);
  expect(client.text(d)).toContain('**Note ID:** SN-004');
  await client.pushFor(d, ({ diagnostics }) => ofRule('spec-id-duplicate', diagnostics).length === 0);
});

test.concurrent('a file without a folder is checked for what can be known of it', async () => {
  const { uriOf } = workspaceFolder({ 'here.md': '# Here\n' });
  const client = await Client.start({ capabilities: pushed });
  const lone = uriOf('lone.md');
  const text = `<!-- specwright-template feature -->\n\n# Refunds\n\nAs FR-7 asks: [here](here.md), [gone](gone.md), [out](../out.md).\n`;
  client.open(lone, text);
  const { diagnostics } = await client.pushFor(
    lone,
    (push) => ofRule('related-document-missing', push.diagnostics).length > 0,
  );
  const found = diagnostics.filter(({ code }) => /^(?:related|requirement-undefined)/u.test(String(code)));
  expect(found.map((diagnostic) => client.describe(lone, diagnostic))).toEqual([
    'related-document-missing [gone](gone.md)',
  ]);
});
