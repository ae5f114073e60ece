import { expect, test } from 'vitest';
import { changedNodes, nodesById, specsTree, type SpecsNode } from '../../client/src/specs/tree';
import type { SpecEntry } from '../../server/src/protocol';

const entry = (path: string, more: Partial<SpecEntry> = {}): SpecEntry => ({
  uri: `file:///work/${path}`,
  folder: 'file:///work',
  path,
  title: null,
  id: null,
  template: { id: 'feature', name: 'Feature' },
  status: null,
  meaning: null,
  phase: 'draft',
  owners: [],
  progress: { complete: 1, total: 2 },
  problems: { error: 0, warning: 0, info: 0, hint: 0 },
  questions: [],
  approvals: [],
  ...more,
});
const position = { line: 3, character: 0 };
const question = (text: string, due: string | null = null) => ({
  text,
  owner: null,
  due,
  isOverdue: false,
  position,
});
const approval = { role: 'Lead', name: null, lacks: ['Date'], position };

const specs = [
  entry('a/b10.md', { status: 'Draft', meaning: 'draft' }),
  entry('a/b9.md', { status: 'WIP', meaning: 'draft' }),
  entry('done.md', { title: 'Zebra', status: 'Implemented', phase: 'approved' }),
  entry('old.md', { status: 'implemented', phase: 'approved', template: { id: 'agent', name: 'Agent' } }),
  entry('c.md', {
    title: 'Cache',
    status: 'approved',
    meaning: 'approved',
    phase: 'approved',
    approvals: [approval],
  }),
  entry('d.md', {
    status: 'In Review',
    meaning: 'review',
    phase: 'review',
    questions: [question('Who?'), question('How?', '2026-01-01')],
  }),
  entry('none.md', { questions: [question('Why?', '2025-01-01')] }),
];

/** One line a node. */
function lines(nodes: readonly SpecsNode[], indent = ''): string[] {
  return nodes.flatMap((node) => [`${indent}${lineOf(node)}`, ...lines(node.children, `${indent}  `)]);
}

function lineOf(node: SpecsNode): string {
  if (node.kind === 'spec') return `${node.spec.path}${node.showsStatus ? ` (${node.spec.status})` : ''}`;
  if (node.kind === 'status') return `= ${node.meaning ?? node.status ?? 'no status'}`;
  if (node.kind === 'template') return `= ${node.template.name}`;
  if (node.kind === 'question') return `${node.question.text}${node.isOfAll ? ` ${node.spec.path}` : ''}`;
  return node.kind === 'approval' ? node.approval.role : node.kind;
}

test('what is open in all specs comes first, then the specs in the order of their statuses', () => {
  expect(lines(specsTree(specs, 'status'))).toEqual([
    'questions',
    '  Why? none.md',
    '  How? d.md',
    '  Who? d.md',
    'approvals',
    '  Lead',
    '= draft',
    '  a/b9.md (WIP)',
    '  a/b10.md',
    '= review',
    '  d.md',
    '    questions',
    '      Who?',
    '      How?',
    '= approved',
    '  c.md',
    '    approvals',
    '      Lead',
    '= Implemented',
    '  old.md',
    '  done.md',
    '= no status',
    '  none.md',
    '    questions',
    '      Why?',
  ]);
});

test('specs of one folder with the same name say where they are', () => {
  const named = (path: string, more: Partial<SpecEntry> = {}) => entry(path, { title: 'Cache', ...more });
  const all = [
    named('a.md', { status: 'Draft', meaning: 'draft' }),
    named('b.md', { status: 'In Review', meaning: 'review' }),
    entry('c.md'),
    named('c.md', { folder: 'file:///other', uri: 'file:///other/c.md' }),
  ];
  for (const grouping of ['status', 'template', 'none'] as const) {
    const items = [...nodesById(specsTree(all, grouping)).values()].filter(({ kind }) => kind === 'spec');
    const shown = items.flatMap((node) => (node.kind === 'spec' && node.showsPath ? [node.spec.uri] : []));
    expect(shown.sort()).toEqual(['file:///work/a.md', 'file:///work/b.md']);
  }
});

test('by template, and without groups, each spec says its status', () => {
  const closed = specs.filter(({ questions, approvals }) => questions.length + approvals.length === 0);
  expect(lines(specsTree(closed, 'template'))).toEqual([
    '= Agent',
    '  old.md (implemented)',
    '= Feature',
    '  a/b9.md (WIP)',
    '  a/b10.md (Draft)',
    '  done.md (Implemented)',
  ]);
  expect(lines(specsTree(closed, 'none'))).toEqual([
    'a/b9.md (WIP)',
    'a/b10.md (Draft)',
    'old.md (implemented)',
    'done.md (Implemented)',
  ]);
  expect(specsTree([], 'status')).toEqual([]);
});

test('each node is known by an id of its own, and knows the one above it', () => {
  for (const grouping of ['status', 'template', 'none'] as const) {
    const top = specsTree(specs, grouping);
    const nodes = nodesById(top);
    const count = (list: readonly SpecsNode[]): number =>
      list.reduce((sum, { children }) => sum + 1 + count(children), 0);
    expect(nodes.size).toBe(count(top));
    for (const node of nodes.values()) for (const child of node.children) expect(child.parent).toBe(node.id);
  }
});

test.each<[name: string, change: (list: SpecEntry[]) => SpecEntry[], changed: readonly string[] | undefined]>(
  [
    ['nothing', (list) => list, []],
    [
      'one spec',
      (list) => list.map((spec) => (spec.path === 'done.md' ? { ...spec, owners: ['Ada'] } : spec)),
      ['spec:file:///work/done.md'],
    ],
    [
      'the words of a status',
      (list) => list.map((spec) => (spec.path === 'done.md' ? { ...spec, status: 'Implemented!' } : spec)),
      ['status:=implemented'],
    ],
    ['a new spec in a group', (list) => [...list, entry('new.md')], ['status:']],
    ['the last spec of a group', (list) => list.filter(({ path }) => path !== 'd.md'), undefined],
    [
      'a question',
      (list) => list.map((spec) => (spec.path === 'd.md' ? { ...spec, questions: [] } : spec)),
      ['questions:all', 'spec:file:///work/d.md'],
    ],
  ],
)('what is shown anew after a change of %s', (_name, change, changed) => {
  expect(changedNodes(specsTree(specs, 'status'), specsTree(change([...specs]), 'status'))).toEqual(changed);
});
