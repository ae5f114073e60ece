import { expect, test } from 'vitest';
import { OpenDocument } from '../../server/src/workspace/open-document';
import { WorkspaceIndex } from '../../server/src/workspace/index/workspace-index';
import { peopleIn } from '../../server/src/workspace/index/seen';
import { BUILTINS, choiceOf } from '../support/check-text';
import { memoryHost } from '../support/host';

const root = 'memory:///work';

async function indexOf(files: Readonly<Record<string, string>>): Promise<WorkspaceIndex> {
  const host = memoryHost(
    Object.fromEntries(Object.entries(files).map(([path, text]) => [`${root}/${path}`, text])),
  );
  const index = new WorkspaceIndex({ root, host, choose: () => choiceOf({ schemas: BUILTINS }) });
  await index.build();
  return index;
}

test('people are seen in every form of metadata, the most named first', async () => {
  const index = await indexOf({
    'bold.md': '# A\n\n**Author:** Grace Hopper  \n**Reviewers:** Alan Turing, Ada Byron\n',
    'colon-outside.md': '# A\n\n**Owner**: Ada Byron\n',
    'yaml.md': '---\nauthor: "Mary Shelley"\n---\n\n# A\n',
    'table.md': '# A\n\n| Field | Value |\n|---|---|\n| **Author** | Ada Byron |\n',
    'list.md': '# A\n\n- Author: Grace Hopper\n',
    'asking.md': '# A\n\n**Author:** Nobody Else\n',
    'unfilled.md': '# A\n\n**Author:** [Your Name]\n**Owner:** TBD\n**Reviewers:** <name>\n',
  });
  expect(index.lookup(`${root}/asking.md`).people()).toEqual([
    'Ada Byron',
    'Grace Hopper',
    'Alan Turing',
    'Mary Shelley',
  ]);
});

test('documents are found by their paths, the nearest first, with what they are about', async () => {
  const index = await indexOf({
    'specs/asking.md': '# Asking\n',
    'specs/b.md': '# B\n\n1. **FR-1**: It must work.\n',
    'prd/c d.md': 'No title.\n',
    'top.md': '\uFEFF# Top\n',
  });
  expect(index.lookup(`${root}/specs/asking.md`).documents()).toEqual([
    { path: 'b.md', title: 'B', id: undefined, requirements: ['FR-1'] },
    { path: '../top.md', title: 'Top', id: undefined, requirements: [] },
    { path: '../prd/c d.md', title: undefined, id: undefined, requirements: [] },
  ]);
});

test('the documents that mention a requirement are told from those that define it', async () => {
  const index = await indexOf({
    'specs/asking.md': '# Asking\n\n1. **FR-1**: It must work.\n',
    'specs/defines.md': '# B\n\n1. **FR-1**: It must work.\n2. **FR-02**: See FR-1.\n',
    'notes.md': '# Notes\n\nThe limit of FR-1 and FR-02 was raised.\n',
    'specs/range.md': '# Tests\n\nCovers FR-1.\n',
    'code.md': '# Code\n\n```\nFR-1\n```\n',
  });
  const lookup = index.lookup(`${root}/specs/asking.md`);
  expect(lookup.mentioning('FR-1')).toEqual(['range.md', '../notes.md']);
  expect(lookup.mentioning('FR-2')).toEqual(['../notes.md']);
  expect(lookup.mentioning('FR-3')).toEqual([]);
});

test('the titles of a file are those of its headings, as they are written', async () => {
  const index = await indexOf({
    'a.md':
      '\uFEFF# A ##\r\n\r\n## C# and *more*\r\n\r\n~~~~\r\n## Code\r\n~~~\r\n~~~~\r\n\r\n## #\r\n### End\r\n#tag\r\n',
  });
  expect(index.titles.get(`${root}/a.md`)).toEqual(['A', 'C# and *more*', 'End']);
});

test('an open document is seen as it is, and one that is gone is not', async () => {
  const index = await indexOf({ 'a.md': '# A\n\n**Author:** Ada Byron\n' });
  let changes = 0;
  index.onDidChange(() => (changes += 1));
  const text = '# A\n\n**Author:** Grace Hopper\n';
  index.update(new OpenDocument(`${root}/a.md`, text, choiceOf({ schemas: BUILTINS })));
  expect(index.lookup(`${root}/b.md`).people()).toEqual(['Grace Hopper']);
  // No rule asks for people, so nobody has to be told.
  expect(changes).toBe(0);
});

test('a file that is deleted is seen no more', async () => {
  const files: Record<string, string | undefined> = { [`${root}/a.md`]: '# A\n\n**Author:** Ada Byron\n' };
  const host = memoryHost(files);
  const index = new WorkspaceIndex({ root, host, choose: () => choiceOf({ schemas: BUILTINS }) });
  await index.build();
  delete files[`${root}/a.md`];
  await index.fileChanged(`${root}/a.md`);
  expect(index.lookup(`${root}/b.md`).people()).toEqual([]);
  expect(index.lookup(`${root}/b.md`).documents()).toEqual([]);
});

test.each([
  ['Ada Byron, Grace Hopper and Alan Turing', ['Ada Byron', 'Grace Hopper', 'Alan Turing']],
  ['Ada Byron (lead); @grace', ['Ada Byron', '@grace']],
  ['José Núñez / 山田太郎', ['José Núñez', '山田太郎']],
  ["Conan O'Brien", ["Conan O'Brien"]],
  ['[Name]', []],
  ['{{author}}', []],
  ['TBD', []],
  ['N/A', []],
  ['https://example.com/team', []],
  ['', []],
])('the people in "%s"', (value, names) => {
  expect(peopleIn(value)).toEqual(names);
});
