import { describe, expect, test } from 'vitest';
import { Diagnostics } from '../../server/src/features/diagnostics';
import { ruleWork } from '../../server/src/rules/engine/work';
import { readDocumentId } from '../../server/src/template/spec-id';
import { DEFAULT_CONFIGURATION } from '../../server/src/workspace/configuration';
import { exportsWork } from '../../server/src/workspace/index/exports';
import { WorkspaceIndex } from '../../server/src/workspace/index/workspace-index';
import { OpenDocument } from '../../server/src/workspace/open-document';
import { choiceOf, schemaOf } from '../support/check-text';
import { memoryHost } from '../support/host';

const root = 'memory:///work';

const schema = schemaOf(`# [Name]

**Status:** [Draft | In Review | Approved]
**Spec ID:** [TS-YYYY-NNN]

## Requirements

1. **FR-1**: [One behaviour]

## Design

[How it works.]
`);

const spec = (id: string, requirements: string, design = 'One service.') =>
  `# Refunds\n\n**Status:** In Review\n**Spec ID:** ${id}\n\n## Requirements\n\n${requirements}\n\n## Design\n\n${design}\n`;

class Workspace {
  readonly files: Record<string, string | undefined> = {};
  readonly read: string[] = [];
  readonly index: WorkspaceIndex;
  changes = 0;
  private readonly host = memoryHost(this.files);

  constructor(files: Readonly<Record<string, string>>, most?: number) {
    for (const [path, text] of Object.entries(files)) this.write(path, text);
    const { files: port, log } = this.host;
    const counting = {
      ...port,
      readText: (uri: string) => {
        this.read.push(uri.slice(root.length + 1));
        return port.readText(uri);
      },
    };
    this.index = new WorkspaceIndex({
      root,
      host: { files: counting, log },
      choose: () => choiceOf({ schemas: [schema] }),
      ...(most === undefined ? {} : { most }),
    });
    this.index.onDidChange(() => (this.changes += 1));
  }

  write(path: string, text: string): void {
    this.files[`${root}/${path}`] = text;
  }

  remove(path: string): void {
    delete this.files[`${root}/${path}`];
  }

  uri(path: string): string {
    return `${root}/${path}`;
  }

  open(path: string, text: string): OpenDocument {
    const document = new OpenDocument(this.uri(path), text, choiceOf({ schemas: [schema] }));
    this.index.update(document);
    return document;
  }

  view(path = 'other.md') {
    return this.index.view(this.uri(path));
  }
}

const one = '1. **FR-1**: A clerk can refund a charge.';

describe('the index of a workspace', () => {
  test('knows what each document exports once it is built', async () => {
    const workspace = new Workspace({ 'a.md': spec('TS-2026-007', one), 'README.md': '# Hello\n' });
    expect(workspace.view().isComplete()).toBe(false);
    await workspace.index.build();
    expect(workspace.view().isComplete()).toBe(true);
    expect(workspace.view().defines('FR-1')).toBe(true);
    expect(workspace.view().defines('FR-2')).toBe(false);
    expect(workspace.view().namesakes('TS-2026-7')).toEqual([{ path: 'a.md', isOlder: true }]);
    expect(workspace.view('a.md').namesakes('TS-2026-7')).toEqual([]);
    expect(workspace.view('a.md').defines('FR-1')).toBe(false);
    expect(workspace.view().nextId(readDocumentId('TS-2026-001')!)).toBe('TS-2026-008');
  });

  test('stays the same object until a document exports something else', async () => {
    const workspace = new Workspace({ 'a.md': spec('TS-2026-007', one) });
    await workspace.index.build();
    const before = workspace.index.snapshot.catalogue;
    workspace.open('a.md', spec('TS-2026-007', one, 'Two services, after all.'));
    workspace.open('b.md', '# Notes\n');
    const { catalogue } = workspace.index.snapshot;
    expect(catalogue.documents.size).toBe(2);
    workspace.open('b.md', '# Notes\n\nOf Monday, with FR-1.\n');
    expect(workspace.index.snapshot.catalogue).toBe(catalogue);
    await workspace.index.build();
    expect(workspace.index.snapshot.catalogue.documents.size).toBe(2);
    workspace.open('a.md', spec('TS-2026-007', `${one}\n2. **FR-2**: Twice.`));
    expect(workspace.index.snapshot.catalogue).not.toBe(catalogue);
    // What was handed out before is as it was.
    expect(before.documents.size).toBe(1);
    expect(before.defines('FR-2', '')).toBe(false);
  });

  test('an open document wins over its file, until it is closed', async () => {
    const workspace = new Workspace({ 'a.md': spec('TS-2026-007', one) });
    workspace.open('a.md', spec('TS-2026-008', '1. **FR-9**: Other.'));
    await workspace.index.build();
    expect(workspace.view().defines('FR-9')).toBe(true);
    expect(workspace.view().defines('FR-1')).toBe(false);
    await workspace.index.fileChanged(workspace.uri('a.md'));
    expect(workspace.view().defines('FR-9')).toBe(true);
    await workspace.index.close(workspace.uri('a.md'));
    expect(workspace.view().defines('FR-9')).toBe(false);
    expect(workspace.view().defines('FR-1')).toBe(true);
  });

  test('one that is opened while the others are read wins too', async () => {
    const workspace = new Workspace({ 'a.md': spec('TS-2026-007', one), 'b.md': spec('TS-2026-008', one) });
    const built = workspace.index.build();
    workspace.open('b.md', spec('TS-2026-008', '1. **FR-9**: Other.'));
    await built;
    expect(workspace.view().defines('FR-9')).toBe(true);
  });

  test('a changed, a new and a deleted file are read alone', async () => {
    const workspace = new Workspace({ 'a.md': spec('TS-2026-007', one), 'b.md': spec('TS-2026-008', one) });
    await workspace.index.build();
    workspace.read.length = 0;
    workspace.write('a.md', spec('TS-2026-007', '1. **FR-3**: Other.'));
    await workspace.index.fileChanged(workspace.uri('a.md'));
    expect(workspace.view().defines('FR-3')).toBe(true);
    workspace.write('deep/c.md', '## NFR-5: Speed\n\nTen a second.\n');
    await workspace.index.fileChanged(workspace.uri('deep/c.md'));
    expect(workspace.view().numbersBy('NFR')).toBe(true);
    workspace.remove('a.md');
    await workspace.index.fileChanged(workspace.uri('a.md'));
    expect(workspace.view().defines('FR-3')).toBe(false);
    expect(workspace.read).toEqual(['a.md', 'deep/c.md', 'a.md']);
    const { changes } = workspace;
    await workspace.index.fileChanged(workspace.uri('b.md'));
    expect(workspace.changes).toBe(changes);
  });

  test('leaves out packages and hidden folders, and says when there is more than it reads', async () => {
    const files = {
      'a.md': spec('TS-2026-001', one),
      'b.md': spec('TS-2026-002', one),
      'node_modules/p/c.md': spec('TS-2026-003', '1. **FR-3**: No.'),
      '.specwright/templates/d.md': spec('TS-2026-004', '1. **FR-4**: No.'),
    };
    const workspace = new Workspace(files);
    await workspace.index.build();
    workspace.open('.specwright/templates/d.md', files['.specwright/templates/d.md']);
    expect(workspace.index.snapshot.catalogue.documents.size).toBe(2);
    const small = new Workspace(files, 1);
    await small.index.build();
    expect(small.view().isComplete()).toBe(false);
  });

  test('reads of a closed file what it reads of an open one', async () => {
    const text = `---
owner: Ada
---

# Refunds

**Status:** In Review
**Spec ID:** TS-2026-007

\`\`\`text
**FR-90**: in code
\`\`\`

${'Some prose, with FR-91 in it.\n\n'.repeat(60)}
## Requirements

1. **FR-1**: One.
> - [ ] FR-2 Two things.

| ID | What |
|----|------|
| **FR-3** | Three. |
| Four | FR-92 |

### FR-4 to FR-6: Booking

    FR-7: as the parser has it, no matter.

~~~
# FR-93: in code
~~~

FR-94 and FR-95 are only spoken of.

Design
------

One service.
`;
    const keys = Array.from({ length: 99 }, (_, i) => `FR-${i}`).filter((key) => key !== 'FR-7');
    const workspace = new Workspace({ 'a.md': text });
    await workspace.index.build();
    const answers = () => [
      keys.filter((key) => workspace.view().defines(key)),
      workspace.view().namesakes('TS-2026-7'),
      workspace.view().numbersBy('FR'),
    ];
    const closed = answers();
    expect(closed[0]).toEqual(['FR-1', 'FR-2', 'FR-3', 'FR-4', 'FR-5', 'FR-6']);
    workspace.open('a.md', text);
    expect(answers()).toEqual(closed);
  });
});

describe('what links lead to', () => {
  test('is asked for once, and again when a file comes or goes', async () => {
    const workspace = new Workspace({ 'b.md': '# B\n\n## Goals\n' });
    workspace.open('a.md', spec('TS-2026-001', one, '[b](b.md#goals), [c](c.md)'));
    expect(workspace.view('a.md').link('b.md#goals')).toBe('unknown');
    await workspace.index.settled();
    expect(workspace.view('a.md').link('b.md#goals')).toBe('found');
    expect(workspace.view('a.md').link('b.md#aims')).toBe('no-anchor');
    expect(workspace.view('a.md').link('c.md')).toBe('no-file');
    workspace.write('c.md', '# C\n');
    await workspace.index.fileChanged(workspace.uri('c.md'));
    expect(workspace.view('a.md').link('c.md')).toBe('found');
    workspace.remove('b.md');
    await workspace.index.fileChanged(workspace.uri('b.md'));
    expect(workspace.view('a.md').link('b.md')).toBe('no-file');
  });

  test('follows the headings of an open document', async () => {
    const workspace = new Workspace({ 'b.md': '# B\n\n## Goals\n' });
    workspace.open('a.md', spec('TS-2026-001', one, '[b](b.md#goals)'));
    await workspace.index.settled();
    const document = workspace.open('b.md', '# B\n\n## Goals\n');
    const range = { start: { line: 2, character: 3 }, end: { line: 2, character: 8 } };
    document.change([{ range, text: 'Aims' }], 1);
    workspace.index.update(document);
    expect(workspace.view('a.md').link('b.md#goals')).toBe('no-anchor');
    await workspace.index.close(workspace.uri('b.md'));
    expect(workspace.view('a.md').link('b.md#goals')).toBe('found');
  });
});

describe('the work in a workspace', () => {
  async function editors() {
    const workspace = new Workspace({});
    const texts = {
      'a.md': spec('TS-2026-001', one, 'As FR-1 asks.'),
      'b.md': spec('TS-2026-002', 'None of its own.', 'As FR-1 and FR-2 ask.'),
      'c.md': spec('TS-2026-003', 'None of its own.', 'As FR-1 asks.'),
    };
    for (const [path, text] of Object.entries(texts)) workspace.write(path, text);
    const documents = Object.entries(texts).map(([path, text]) => workspace.open(path, text));
    await workspace.index.build();
    const diagnostics = new Diagnostics(memoryHost(), (uri) => workspace.index.view(uri));
    const problems = (document: OpenDocument) =>
      diagnostics
        .problems(document, DEFAULT_CONFIGURATION)
        .filter(({ rule }) => rule.id === 'requirement-undefined').length;
    const counts = () => documents.map(problems);
    const type = (document: OpenDocument, behind: string, text: string) => {
      const at = document.lines.positionAt(document.content.indexOf(behind) + behind.length);
      document.change([{ range: { start: at, end: at }, text }], document.version + 1);
      workspace.index.update(document);
    };
    return { documents, counts, type, diagnostics, workspace };
  }

  test('for a letter in a paragraph is none: no exports are read, no workspace rule runs', async () => {
    const { documents, counts, type, workspace } = await editors();
    expect(counts()).toEqual([0, 1, 0]);
    const before = { checked: ruleWork.workspaceChecked, read: exportsWork.read, changes: workspace.changes };
    type(documents[0]!, 'As FR-1 ask', 'e');
    type(documents[1]!, '## Design\n\n', 'x');
    expect(counts()).toEqual([0, 1, 0]);
    expect(workspace.changes).toBe(before.changes);
    // The letters stand in chunks with ids, so those two documents look at their own ids again; the third does nothing.
    expect(ruleWork.workspaceChecked - before.checked).toBe(2);
    type(documents[0]!, '# Refunds', 's');
    counts();
    const { checked, read } = { checked: ruleWork.workspaceChecked, read: exportsWork.read };
    type(documents[0]!, 'A clerk', 's');
    counts();
    expect(exportsWork.read - read).toBe(0);
    expect(ruleWork.workspaceChecked - checked).toBe(1);
  });

  test('for a new requirement is that of the documents that asked for it', async () => {
    const { documents, counts, type, diagnostics } = await editors();
    expect(counts()).toEqual([0, 1, 0]);
    type(documents[0]!, 'refund a charge.', '\n2. **FR-2**: Twice.');
    counts();
    const before = ruleWork.workspaceChecked;
    const outdated = documents.map((document) => diagnostics.areOutdated(document, DEFAULT_CONFIGURATION));
    expect(outdated).toEqual([false, false, false]);
    expect(counts()).toEqual([0, 0, 0]);
    expect(ruleWork.workspaceChecked).toBe(before);
  });

  test('only documents with other problems than before are outdated', async () => {
    const { documents, counts, type, diagnostics } = await editors();
    counts();
    type(documents[0]!, 'refund a charge.', '\n2. **FR-2**: Twice.');
    const before = ruleWork.workspaceChecked;
    const outdated = documents.map((document) => diagnostics.areOutdated(document, DEFAULT_CONFIGURATION));
    expect(outdated).toEqual([false, true, false]);
    expect(ruleWork.workspaceChecked - before).toBe(1);
  });
});
