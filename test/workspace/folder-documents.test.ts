import { expect, test } from 'vitest';
import {
  Cancelled,
  FolderDocuments,
  hasChanged,
  TooManyDocuments,
  type FolderOptions,
  type Search,
} from '../../server/src/workspace/folder-documents';
import { OpenDocument } from '../../server/src/workspace/open-document';
import { choiceOf } from '../support/check-text';
import { memoryHost } from '../support/host';

const root = 'memory:///work';
const choose = () => choiceOf({});
const isRed: Search = {
  mayBeIn: (text) => text.includes('red'),
  mayBeInPart: (block) => block.includes('red'),
};

function folder(files: Record<string, string | undefined>, options: Partial<FolderOptions> = {}) {
  const entries = Object.entries(files).map(([path, text]) => [`${root}/${path}`, text] as const);
  return new FolderDocuments({
    root,
    isListed: true,
    files: memoryHost(Object.fromEntries(entries)).files,
    open: () => [],
    choose,
    counts: () => true,
    isCancelled: () => false,
    ...options,
  });
}

async function texts(documents: FolderDocuments, search = isRed): Promise<string[]> {
  const found: string[] = [];
  for await (const { document, text, isOpen } of documents.having(search))
    found.push(`${document.uri.slice(root.length + 1)} ${text} ${isOpen ? 'open' : 'file'}`);
  return found;
}

test('what is open counts instead of its file, wherever its URI has escapes', async () => {
  const open = new OpenDocument(`${root}/a%28b%29.md`, 'red', choose());
  const other = new OpenDocument('memory:///elsewhere/c.md', 'red', choose());
  const files = { 'a(b).md': 'blue', 'b.md': 'a red one', 'c.md': 'blue' };
  expect(await texts(folder(files, { open: () => [open, other] }))).toEqual([
    'a%28b%29.md red open',
    'b.md a red one file',
  ]);
});

test('a file that cannot be read, or that does not count, keeps no other from being found', async () => {
  const files = { 'a.md': undefined, 'b.md': 'red', 'template.md': 'red' };
  const documents = folder(files, { counts: (uri) => !uri.endsWith('template.md') });
  expect(await texts(documents)).toEqual(['b.md red file']);
  expect(await documents.find(`${root}/a.md`)).toBeUndefined();
});

test('outside of the workspace no more is looked at than what is open', async () => {
  const open = new OpenDocument(`${root}/a.md`, 'red', choose());
  const files = { 'a.md': 'red', 'b.md': 'red' };
  expect(await texts(folder(files, { isListed: false, open: () => [open] }))).toEqual(['a.md red open']);
});

test('it ends when nobody waits any longer', async () => {
  let asked = 0;
  const files = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`${i}.md`, 'red']));
  const documents = folder(files, { isCancelled: () => ++asked > 3 });
  await expect(texts(documents)).rejects.toBeInstanceOf(Cancelled);
  expect(asked).toBe(4);
});

test('more documents than can be looked at are not passed off as all', async () => {
  const files = { 'a.md': 'red', 'b.md': 'red' };
  expect(await texts(folder(files, { most: 2 }))).toHaveLength(2);
  await expect(texts(folder(files, { most: 1 }))).rejects.toBeInstanceOf(TooManyDocuments);
});

test('a document without its byte order mark stands where an editor has it, and is read once', async () => {
  const files: Record<string, string> = { [`${root}/a.md`]: '\uFEFFred' };
  let reads = 0;
  const host = memoryHost(files);
  const documents = folder(
    {},
    {
      files: {
        ...host.files,
        readText: (uri) => {
          reads += 1;
          return host.files.readText(uri);
        },
      },
    },
  );
  expect(await texts(documents)).toEqual(['a.md red file']);
  files[`${root}/a.md`] = 'changed';
  expect((await documents.find(`${root}/a.md`))!.text).toBe('red');
  expect(reads).toBe(1);
});

test('an edit of an open document is noticed', async () => {
  const open = new OpenDocument(`${root}/a.md`, 'red', choose(), 3);
  const found = (await folder({}, { open: () => [open] }).find(`${root}/a.md`))!;
  expect([found.isOpen, found.version, hasChanged(found)]).toEqual([true, 3, false]);
  open.change([{ text: 'blue' }], 4);
  expect(hasChanged(found)).toBe(true);
});
