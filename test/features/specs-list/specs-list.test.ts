import { expect, test } from 'vitest';
import { mayBeSpec } from '../../../server/src/features/specs-list/may-be-spec';
import { SpecsList } from '../../../server/src/features/specs-list/specs-list';
import { Diagnostics } from '../../../server/src/features/diagnostics';
import type { Configuration } from '../../../server/src/workspace/configuration';
import { skimFile } from '../../../server/src/workspace/index/skim';
import { Workspaces } from '../../../server/src/workspace/index/workspaces';
import { OpenDocument } from '../../../server/src/workspace/open-document';
import { BUILTINS, choiceOf, only, schemaOf } from '../../support/check-text';
import { memoryHost } from '../../support/host';

const root = 'memory:///work';

const note = schemaOf(
  `# [Name] - Note

**Status:** [Draft | In Review | Approved]
**Note ID:** [SN-NNN]

## Requirements

1. **FR-1**: [One behaviour]

## Design

[How it works.]

## Tests

[What is tested.]
`,
  'note',
);

const spec = (title: string, status = 'In Review', tests = 'None.') =>
  `# ${title} - Note\n\n**Status:** ${status}\n**Note ID:** SN-001\n\n## Requirements\n\n1. **FR-1**: A clerk can refund.\n\n## Design\n\nOne.\n\n## Tests\n\n${tests}\n`;

/** A folder whose specs are listed; it counts what is read. */
class Folder {
  readonly files: Record<string, string | undefined> = {};
  readonly documents = new Map<string, OpenDocument>();
  readonly list: SpecsList;
  readonly workspaces: Workspaces;
  schemas = [note];
  configuration: Partial<Configuration> = only('requirement-undefined', 'related-document-missing');
  today = '2026-06-15';
  reads: string[] = [];
  changes = 0;

  constructor(files: Readonly<Record<string, string>>) {
    for (const [path, text] of Object.entries(files)) this.files[`${root}/${encodeURI(path)}`] = text;
    const memory = memoryHost(this.files);
    const readText = (uri: string) => {
      this.reads.push(decodeURI(uri.slice(root.length + 1)));
      return memory.files.readText(uri);
    };
    const host = { ...memory, files: { ...memory.files, readText }, clock: { today: () => this.today } };
    const choose = (uri: string) =>
      choiceOf({
        schemas: this.schemas,
        configuration: this.configuration,
        path: decodeURIComponent(uri).slice(root.length + 1),
      });
    const folderOf = (uri: string) => (uri.startsWith(root) ? root : undefined);
    this.workspaces = new Workspaces({ host, choose, isTemplate: () => false, folderOf });
    const diagnostics = new Diagnostics(host, (uri) => this.workspaces.view(uri));
    this.list = new SpecsList({
      host,
      workspaces: this.workspaces,
      open: () => this.documents.values(),
      choose,
      problems: (document, configuration) => diagnostics.problems(document, configuration),
      pause: () => Promise.resolve(),
    });
    this.list.onDidChange(() => (this.changes += 1));
    this.workspaces.onDidChange(() => this.list.outdate());
    void this.workspaces.build([root], []);
  }

  async write(path: string, text: string | undefined): Promise<void> {
    this.files[`${root}/${encodeURI(path)}`] = text;
    if (text === undefined) delete this.files[`${root}/${encodeURI(path)}`];
    await this.workspaces.fileChanged(`${root}/${encodeURI(path)}`);
  }

  open(path: string, text: string): OpenDocument {
    const uri = `${root}/${encodeURI(path)}`;
    const choice = choiceOf({ schemas: this.schemas, configuration: this.configuration, path });
    const document = new OpenDocument(uri, text, choice, 1);
    this.documents.set(uri, document);
    this.workspaces.update(document);
    return document;
  }

  async close(path: string): Promise<void> {
    this.documents.delete(`${root}/${encodeURI(path)}`);
    await this.workspaces.close(`${root}/${encodeURI(path)}`);
  }

  /** `path: title, problems` of each spec. */
  async specs(): Promise<string[]> {
    await this.list.update();
    return this.list.specs().map(({ path, title, problems }) => {
      const found = Object.entries(problems).filter(([, count]) => count > 0);
      return `${path}: ${[title, ...found.map(([severity, count]) => `${count} ${severity}`)].join(', ')}`;
    });
  }

  /** The files that are read while something is done and the list is made again. */
  async readBy(work: () => unknown): Promise<string[]> {
    await this.list.update();
    this.reads = [];
    await work();
    await this.list.update();
    return this.reads;
  }
}

const files = {
  'b.md': spec('Refunds'),
  'a b.md': spec('Charges', 'Approved', 'FR-1 and FR-7, see [them](b.md).'),
  'README.md': '# Read me\n\n## Installation\n\n## Usage\n',
};

test('specs are listed in the order of their paths, other files are not read for it', async () => {
  const folder = new Folder(files);
  expect(folder.list.isComplete).toBe(false);
  expect(await folder.specs()).toEqual(['a b.md: Charges, 1 error', 'b.md: Refunds']);
  expect(folder.list.isComplete).toBe(true);
  expect(folder.list.specs().map(({ uri }) => uri)).toEqual([`${root}/a%20b.md`, `${root}/b.md`]);
  expect(folder.reads.filter((path) => path === 'README.md')).toHaveLength(1);
});

test('all are listed by what their heads say before any is read as a whole', async () => {
  const folder = new Folder({ ...files, 'c.md': spec('Vouchers', 'Draft') });
  const seen: string[] = [];
  folder.list.onDidChange(() => {
    const specs = folder.list.specs();
    const brief = specs.map(({ title, status, progress, problems }) =>
      [title, status, progress ? `${progress.complete} of ${progress.total}` : '?', problems.error].join(' '),
    );
    seen.push(`${brief.join(', ')}${folder.list.isComplete ? '.' : ''}`);
  });
  await folder.list.update();
  expect(seen).toEqual([
    'Refunds In Review ? 0',
    'Charges Approved ? 0, Refunds In Review ? 0',
    'Charges Approved ? 0, Refunds In Review ? 0, Vouchers Draft ? 0',
    'Charges Approved ? 0, Refunds In Review 5 of 5 0, Vouchers Draft ? 0',
    'Charges Approved 5 of 5 1, Refunds In Review 5 of 5 0, Vouchers Draft ? 0',
    'Charges Approved 5 of 5 1, Refunds In Review 5 of 5 0, Vouchers Draft 5 of 5 0',
    'Charges Approved 5 of 5 1, Refunds In Review 5 of 5 0, Vouchers Draft 5 of 5 0.',
  ]);
});

test('what has not changed is not read again', async () => {
  const folder = new Folder({ ...files, 'a b.md': spec('Charges') });
  expect(await folder.readBy(() => undefined)).toEqual([]);
  const changes = folder.changes;
  // Once by the index, and once for its summary.
  expect(await folder.readBy(() => folder.write('b.md', spec('Repayments')))).toEqual(['b.md', 'b.md']);
  expect(await folder.specs()).toEqual(['a b.md: Charges', 'b.md: Repayments']);
  expect(folder.changes).toBeGreaterThan(changes);
  expect(await folder.readBy(() => folder.write('README.md', '# Read\n'))).toEqual(['README.md']);
});

test('a file that was written as it was is the same spec', async () => {
  const folder = new Folder(files);
  await folder.specs();
  const { changes } = folder;
  await folder.write('b.md', spec('Refunds'));
  await folder.workspaces.build([root], []);
  await folder.specs();
  // It is incomplete for a moment, and then complete as it was.
  expect(folder.changes - changes).toBeLessThanOrEqual(2);
  expect(folder.list.specs()).toHaveLength(2);
});

test('files come and go', async () => {
  const folder = new Folder(files);
  await folder.specs();
  await folder.write('c.md', spec('Cards'));
  await folder.write('a b.md', undefined);
  expect(await folder.specs()).toEqual(['b.md: Refunds', 'c.md: Cards']);
  await folder.write('b.md', '# No spec any more\n');
  expect(await folder.specs()).toEqual(['c.md: Cards']);
});

test('what another document says is heard', async () => {
  const folder = new Folder(files);
  await folder.specs();
  await folder.write('b.md', `${spec('Refunds')}\n\n- **FR-7**: Twice.\n`);
  expect(await folder.specs()).toEqual(['a b.md: Charges', 'b.md: Refunds']);
  await folder.write('b.md', undefined);
  // The link leads nowhere, and nobody states FR-7.
  expect(await folder.specs()).toEqual(['a b.md: Charges, 2 error']);
});

test('an open document counts as it is in the editor, until it is closed', async () => {
  const folder = new Folder(files);
  await folder.specs();
  const document = folder.open('b.md', spec('Rebates'));
  folder.open('README.md', spec('Reading'));
  folder.open('new.md', spec('News'));
  expect(await folder.specs()).toEqual([
    'README.md: Reading',
    'a b.md: Charges, 1 error',
    'b.md: Rebates',
    'new.md: News',
  ]);
  document.change([{ text: spec('Reductions') }], 2);
  expect(await folder.specs()).toContain('b.md: Reductions');
  document.change([{ text: '# Nothing\n' }], 3);
  expect(await folder.specs()).not.toContain('b.md: Reductions');
  for (const path of ['b.md', 'README.md', 'new.md']) await folder.close(path);
  expect(await folder.specs()).toEqual(['a b.md: Charges, 1 error', 'b.md: Refunds']);
});

test('settings, templates and the day are heard of', async () => {
  const folder = new Folder({
    ...files,
    'q.md': `${spec('Quotas')}\n## Open Questions\n\n- Who pays? (by 2026-06-20)\n`,
  });
  await folder.specs();
  folder.configuration = only('related-document-missing');
  folder.list.outdate();
  expect(await folder.specs()).toContain('a b.md: Charges');
  const overdue = () =>
    folder.list.specs().flatMap(({ questions }) => questions.map(({ isOverdue }) => isOverdue));
  expect(overdue()).toEqual([false]);
  folder.today = '2026-06-21';
  await folder.specs();
  expect(overdue()).toEqual([true]);
  folder.schemas = [...BUILTINS];
  folder.list.outdate();
  expect(await folder.specs()).toEqual([]);
  folder.schemas = [note];
  folder.configuration = { enable: false };
  folder.list.outdate();
  expect(await folder.specs()).toEqual([]);
});

test.each<[name: string, text: string, configuration?: Partial<Configuration>]>([
  ['its headings', '# A\n\n## Requirements\n\n## 2. Design\n\n## tests\n'],
  ['underlined headings', 'A\n=\n\nRequirements\n------\n\nDesign\n---\n\nTests\n---\n'],
  ['its front matter', '---\nspecwright: note\n---\n\n# A\n'],
  ['a comment', '# A\n\n<!-- specwright-template note -->\n'],
  ['the settings', '# A\n', { associations: { '*.md': 'note' } }],
  ['what stands in a fence', `# Template\n\n\`\`\`markdown\n${note.starter}\`\`\`\n`],
  ['headings with links', '# A\n\n## [Requirements](#a)\n\n## [Design](#b)\n\n## [Tests](#c)\n'],
])('a file that is a spec by %s is looked into', (_name, text, configuration = {}) => {
  const choice = choiceOf({ schemas: [note], configuration, path: 'a.md' });
  expect(new OpenDocument(`${root}/a.md`, text, choice).spec?.schema.id).toBe('note');
  expect(mayBeSpec(skimFile(`${root}/a.md`, text, () => choice).trace, choice)).toBe(true);
});

test.each([
  '# A\n\n## Usage\n\n## License\n',
  '',
  '# Requirements\n',
  '# A\n\n```\n## Design\n\n## Tests\n\n## Requirements\n```\n',
])('%j is not looked into', (text) => {
  const choice = choiceOf({ schemas: [note], path: 'a.md' });
  expect(mayBeSpec(skimFile(`${root}/a.md`, text, () => choice).trace, choice)).toBe(false);
});
