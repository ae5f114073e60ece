// What the view of specs shows, as plain data: nothing of VS Code is in here.
import type {
  OpenQuestionEntry,
  SpecEntry,
  SpecPhase,
  UnsignedApprovalEntry,
} from '../../../server/src/protocol';

export type Grouping = 'status' | 'template' | 'none';

export const GROUPINGS: readonly Grouping[] = ['status', 'template', 'none'];

interface InTree {
  /** Tells the node from all others, also after a refresh. */
  readonly id: string;
  readonly parent: string | undefined;
  readonly children: readonly SpecsNode[];
}

/** The specs with one status. */
export interface StatusGroup extends InTree {
  readonly kind: 'status';
  /** What the status means; `undefined`: its own words are all there is. */
  readonly meaning: SpecPhase | undefined;
  /** As written; undefined where none is. */
  readonly status: string | undefined;
}

/** The specs that follow one template. */
export interface TemplateGroup extends InTree {
  readonly kind: 'template';
  readonly template: SpecEntry['template'];
}

export interface SpecItem extends InTree {
  readonly kind: 'spec';
  readonly spec: SpecEntry;
  /** Whether its status is to be read on it, since that of its group says less. */
  readonly showsStatus: boolean;
  /** Whether its path is to be read on it, since another has the same name. */
  readonly showsPath: boolean;
}

/** A list of what is open, in one spec or in all of them. */
export interface OpenList extends InTree {
  readonly kind: 'questions' | 'approvals';
  readonly spec: SpecEntry | undefined;
}

export interface QuestionItem extends InTree {
  readonly kind: 'question';
  readonly spec: SpecEntry;
  readonly question: OpenQuestionEntry;
  readonly isOfAll: boolean;
}

export interface ApprovalItem extends InTree {
  readonly kind: 'approval';
  readonly spec: SpecEntry;
  readonly approval: UnsignedApprovalEntry;
  readonly isOfAll: boolean;
}

export type SpecsNode = StatusGroup | TemplateGroup | SpecItem | OpenList | QuestionItem | ApprovalItem;

/** How a spec is called: by its title, or else by its file. */
export function nameOf({ title, path }: Pick<SpecEntry, 'title' | 'path'>): string {
  return title ?? path.slice(path.lastIndexOf('/') + 1);
}

/** The nodes at the top: what is open in all specs, then the specs. */
export function specsTree(specs: readonly SpecEntry[], grouping: Grouping): SpecsNode[] {
  return [...openLists(specs, undefined, 'all'), ...grouped(specs, grouping)];
}

function grouped(specs: readonly SpecEntry[], grouping: Grouping): SpecsNode[] {
  const isNamesake = namesakesIn(specs);
  if (grouping === 'none') return specItems(specs, undefined, () => true, isNamesake);
  if (grouping === 'template') {
    const groups = groupBy(specs, ({ template }) => template.id).map(([key, own]): TemplateGroup => {
      const id = `template:${key}`;
      const children = specItems(own, id, () => true, isNamesake);
      return { kind: 'template', id, parent: undefined, template: own[0]!.template, children };
    });
    return groups.sort((a, b) => compareText(a.template.name, b.template.name));
  }
  const groups = groupBy(specs, statusKey).map(([key, own]) => {
    const { status, meaning, phase } = own[0]!;
    const id = `status:${key}`;
    const children = specItems(own, id, (spec) => isNotSaidBy(meaning, spec), isNamesake);
    const node: StatusGroup = {
      kind: 'status',
      id,
      parent: undefined,
      meaning: meaning ?? undefined,
      status: status ?? undefined,
      children,
    };
    return { node, rank: status === null ? 9 : PHASES.indexOf(phase) * 2 + (meaning ? 0 : 1) };
  });
  groups.sort((a, b) => a.rank - b.rank || compareText(a.node.status ?? '', b.node.status ?? ''));
  return groups.map(({ node }) => node);
}

const PHASES: readonly SpecPhase[] = ['draft', 'review', 'approved'];
/** The words by which groups are called; a status in other words is to be read on the spec. */
const WORDS: Readonly<Record<SpecPhase, string>> = {
  draft: 'draft',
  review: 'in review',
  approved: 'approved',
};

function statusKey({ status, meaning }: SpecEntry): string {
  if (status === null) return '';
  return meaning ?? `=${plain(status)}`;
}

function isNotSaidBy(meaning: SpecPhase | null, { status }: SpecEntry): boolean {
  return status !== null && meaning !== null && plain(status) !== WORDS[meaning];
}

function plain(status: string): string {
  return status
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function specItems(
  specs: readonly SpecEntry[],
  parent: string | undefined,
  showsStatus: (spec: SpecEntry) => boolean,
  isNamesake: (spec: SpecEntry) => boolean,
): SpecItem[] {
  return [...specs]
    .sort((a, b) => compareText(nameOf(a), nameOf(b)) || compareText(a.path, b.path))
    .map((spec) => {
      const id = `spec:${spec.uri}`;
      const children = openLists([spec], spec, id);
      const shows = { showsStatus: showsStatus(spec), showsPath: isNamesake(spec) };
      return { kind: 'spec', id, parent, spec, ...shows, children };
    });
}

/** Tells the specs that share their name with another of the same workspace folder. */
function namesakesIn(specs: readonly SpecEntry[]): (spec: SpecEntry) => boolean {
  const nameIn = (spec: SpecEntry): string => `${spec.folder} ${nameOf(spec)}`;
  const times = new Map<string, number>();
  for (const spec of specs) times.set(nameIn(spec), (times.get(nameIn(spec)) ?? 0) + 1);
  return (spec) => times.get(nameIn(spec))! > 1;
}

/** The lists of what is open, of which none is empty. */
function openLists(specs: readonly SpecEntry[], spec: SpecEntry | undefined, at: string): OpenList[] {
  const parent = spec && at;
  const isOfAll = spec === undefined;
  const questions = specs.flatMap((each) =>
    each.questions.map((question, n) => ({ spec: each, question, n })),
  );
  const approvals = specs.flatMap((each) =>
    each.approvals.map((approval, n) => ({ spec: each, approval, n })),
  );
  if (isOfAll) questions.sort((a, b) => compareDue(a.question, b.question));
  const list = (kind: OpenList['kind'], items: (id: string) => SpecsNode[]): OpenList[] => {
    const id = `${kind}:${at}`;
    const children = items(id);
    return children.length === 0 ? [] : [{ kind, id, parent, spec, children }];
  };
  const place = (id: string, { uri }: SpecEntry, n: number) => ({
    id: `${id}:${n}:${uri}`,
    parent: id,
    children: [],
    isOfAll,
  });
  return [
    ...list('questions', (id) =>
      questions.map(({ spec: own, question, n }) => ({
        kind: 'question',
        spec: own,
        question,
        ...place(id, own, n),
      })),
    ),
    ...list('approvals', (id) =>
      approvals.map(({ spec: own, approval, n }) => ({
        kind: 'approval',
        spec: own,
        approval,
        ...place(id, own, n),
      })),
    ),
  ];
}

/** Days are compared as they are written; a question without one comes last. */
function compareDue({ due: a }: OpenQuestionEntry, { due: b }: OpenQuestionEntry): number {
  if (a === b) return 0;
  return a !== null && (b === null || a < b) ? -1 : 1;
}

/** All nodes by their ids. */
export function nodesById(top: readonly SpecsNode[]): Map<string, SpecsNode> {
  const nodes = new Map<string, SpecsNode>();
  const add = (node: SpecsNode): void => {
    nodes.set(node.id, node);
    node.children.forEach(add);
  };
  top.forEach(add);
  return nodes;
}

/**
 * What is to be shown anew, so that nothing else flickers or is asked for.
 * @returns ids of nodes; undefined where the top is another
 */
export function changedNodes(
  before: readonly SpecsNode[],
  after: readonly SpecsNode[],
): string[] | undefined {
  if (!haveSameIds(before, after)) return undefined;
  return before.flatMap((node, at) => {
    const now = after[at]!;
    if (!haveSameIds(node.children, now.children) || contentOf(node) !== contentOf(now)) return [now.id];
    return changedNodes(node.children, now.children) ?? [];
  });
}

function haveSameIds(before: readonly SpecsNode[], after: readonly SpecsNode[]): boolean {
  return before.length === after.length && before.every(({ id }, at) => id === after[at]!.id);
}

function contentOf({ children, ...own }: SpecsNode): string {
  return JSON.stringify([own, children.length]);
}

function groupBy(
  specs: readonly SpecEntry[],
  keyOf: (spec: SpecEntry) => string,
): [key: string, specs: SpecEntry[]][] {
  const groups = new Map<string, SpecEntry[]>();
  for (const spec of specs) {
    const key = keyOf(spec);
    const group = groups.get(key);
    if (group) group.push(spec);
    else groups.set(key, [spec]);
  }
  return [...groups];
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

function compareText(a: string, b: string): number {
  return collator.compare(a, b);
}
