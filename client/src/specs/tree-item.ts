import {
  l10n,
  MarkdownString,
  Range,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  workspace,
  type Command,
} from 'vscode';
import type { PlainPosition, ProblemCounts, SpecEntry, SpecPhase } from '../../../server/src/protocol';
import {
  nameOf,
  type ApprovalItem,
  type OpenList,
  type QuestionItem,
  type SpecItem,
  type SpecsNode,
  type StatusGroup,
} from './tree';

/** How a node of the view looks, and what a screen reader says of it. */
export function treeItem(node: SpecsNode): TreeItem {
  const { label, description, spoken, icon, contextValue } = lookOf(node);
  const item = new TreeItem(label, collapsibleState(node));
  item.id = node.id;
  item.description = description;
  item.contextValue = contextValue;
  item.iconPath = icon;
  item.accessibilityInformation = { label: spoken, role: 'treeitem' };
  const command = openCommand(node);
  if (command) item.command = command;
  return item;
}

/** What is to be read over a node; made when somebody wants to read it. */
export function tooltip(node: SpecsNode): MarkdownString | undefined {
  if (node.kind === 'spec') return specTooltip(node.spec);
  if (node.kind === 'question') return questionTooltip(node);
  return node.kind === 'approval' ? approvalTooltip(node) : undefined;
}

interface Look {
  readonly label: string;
  readonly description: string;
  /** What a screen reader says instead of both. */
  readonly spoken: string;
  /** Every line has one: beside one without, VS Code moves icons to the left. */
  readonly icon: ThemeIcon;
  readonly contextValue: string;
}

function lookOf(node: SpecsNode): Look {
  const count = node.children.length;
  switch (node.kind) {
    case 'status': {
      const label = node.meaning ? phaseName(node.meaning) : capitalised(node.status ?? l10n.t('No Status'));
      return {
        label,
        description: String(count),
        spoken: joined([label, specs(count)]),
        icon: groupIcon(node),
        contextValue: 'group',
      };
    }
    case 'template': {
      const { name: label } = node.template;
      const spoken = joined([label, specs(count)]);
      const icon = new ThemeIcon('notebook-template');
      return { label, description: String(count), spoken, icon, contextValue: 'templateGroup' };
    }
    case 'questions':
    case 'approvals':
      return listLook(node);
    case 'spec':
      return specLook(node);
    case 'question':
      return questionLook(node);
    case 'approval':
      return approvalLook(node);
  }
}

function listLook({ kind, spec, children }: OpenList): Look {
  const count = children.length;
  const label = kind === 'questions' ? l10n.t('Open Questions') : l10n.t('Unsigned Approvals');
  const where = spec ? nameOf(spec) : l10n.t('in all specs');
  return {
    label,
    description: String(count),
    spoken: joined([label, kind === 'questions' ? questions(count) : approvals(count), where]),
    icon: new ThemeIcon(kind === 'questions' ? 'question' : 'unverified'),
    contextValue: kind,
  };
}

function specLook({ spec, showsStatus, showsPath }: SpecItem): Look {
  const { status, phase, progress, owners, problems } = spec;
  const label = nameOf(spec);
  const [owner] = owners;
  const folder = folderName(spec);
  const path = showsPath ? spec.path : undefined;
  return {
    label,
    description: parts([
      path,
      showsStatus && status ? capitalised(status) : undefined,
      progress ? l10n.t('{0} of {1}', progress.complete, progress.total) : undefined,
      owner,
      folder,
    ]),
    spoken: joined([
      label,
      status ? capitalised(status) : l10n.t('no status'),
      sectionsOf(spec),
      owner,
      folder,
      path,
      ...problemTexts(problems),
      spec.questions.length > 0 ? questions(spec.questions.length) : undefined,
      spec.approvals.length > 0 ? approvals(spec.approvals.length) : undefined,
    ]),
    icon: progress ? specIcon(problems, phase) : new ThemeIcon(PHASE_ICONS[phase]),
    contextValue: 'spec',
  };
}

function groupIcon({ meaning, status }: StatusGroup): ThemeIcon {
  if (meaning) return new ThemeIcon(PHASE_ICONS[meaning]);
  return new ThemeIcon(status === undefined ? 'circle-slash' : 'tag');
}

const PHASE_ICONS: Readonly<Record<SpecPhase, string>> = { draft: 'edit', review: 'eye', approved: 'pass' };

/** The shape tells what the colour does. */
function specIcon({ error, warning }: ProblemCounts, phase: SpecPhase): ThemeIcon {
  if (error > 0) return new ThemeIcon('error', new ThemeColor('list.errorForeground'));
  if (warning > 0) return new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
  if (phase === 'approved') return new ThemeIcon(PHASE_ICONS[phase], new ThemeColor('testing.iconPassed'));
  return new ThemeIcon(PHASE_ICONS[phase]);
}

function questionLook({ spec, question, isOfAll }: QuestionItem): Look {
  const { text, owner, due, isOverdue } = question;
  const when = due === null ? undefined : isOverdue ? l10n.t('overdue: {0}', due) : l10n.t('due {0}', due);
  const details = [owner ?? undefined, when, isOfAll ? nameOf(spec) : undefined];
  return {
    label: text,
    description: parts(details),
    spoken: joined([text, ...details]),
    icon: isOverdue
      ? new ThemeIcon('calendar', new ThemeColor('list.warningForeground'))
      : new ThemeIcon('circle-small'),
    contextValue: 'question',
  };
}

function approvalLook({ spec, approval, isOfAll }: ApprovalItem): Look {
  const { role, name, lacks } = approval;
  const details = [name ?? undefined, isOfAll ? nameOf(spec) : undefined];
  return {
    label: role,
    description: parts(details),
    spoken: joined([role, l10n.t('not signed: {0}', lacks.join(', ')), ...details]),
    icon:
      spec.phase === 'approved'
        ? new ThemeIcon('unverified', new ThemeColor('list.errorForeground'))
        : new ThemeIcon('circle-small'),
    contextValue: 'approval',
  };
}

function collapsibleState({ kind, children, parent }: SpecsNode): TreeItemCollapsibleState {
  if (children.length === 0) return TreeItemCollapsibleState.None;
  // The lists in a spec are what it is opened for; those of all specs would push the specs away.
  const isList = kind === 'questions' || kind === 'approvals';
  const isOpen = kind === 'status' || kind === 'template' || (isList && parent !== undefined);
  return isOpen ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
}

/** VS Code's own command, which knows a preview tab from one that stays. */
function openCommand(node: SpecsNode): Command | undefined {
  if (node.kind === 'spec') return open(node.spec, undefined);
  if (node.kind === 'question') return open(node.spec, node.question.position);
  return node.kind === 'approval' ? open(node.spec, node.approval.position) : undefined;
}

function open({ uri }: SpecEntry, position: PlainPosition | undefined): Command {
  const { line, character } = position ?? { line: 0, character: 0 };
  const options = position ? [{ selection: new Range(line, character, line, character) }] : [];
  return { title: l10n.t('Open'), command: 'vscode.open', arguments: [Uri.parse(uri), ...options] };
}

function specTooltip(spec: SpecEntry): MarkdownString {
  const { template, status, id, owners, progress, problems } = spec;
  const found = problemTexts(problems);
  const noProblems = progress ? l10n.t('none') : undefined;
  return lines(nameOf(spec), [
    [l10n.t('Template'), template.name],
    [l10n.t('Status'), status ? capitalised(status) : l10n.t('none')],
    [l10n.t('ID'), id ?? undefined],
    [l10n.t('Owner'), owners.length > 0 ? owners.join(', ') : undefined],
    [l10n.t('Progress'), sectionsOf(spec)],
    [l10n.t('Problems'), found.length > 0 ? found.join(', ') : noProblems],
    [l10n.t('File'), parts([folderName(spec), spec.path])],
  ]);
}

function questionTooltip({ spec, question: { text, owner, due } }: QuestionItem): MarkdownString {
  return lines(text, [
    [l10n.t('Owner'), owner ?? l10n.t('nobody')],
    [l10n.t('Due'), due ?? l10n.t('no date')],
    [l10n.t('Spec'), nameOf(spec)],
  ]);
}

function approvalTooltip({ spec, approval: { role, name, lacks } }: ApprovalItem): MarkdownString {
  return lines(role, [
    [l10n.t('Name'), name ?? l10n.t('nobody')],
    [l10n.t('Not filled in'), lacks.join(', ')],
    [l10n.t('Spec'), nameOf(spec)],
  ]);
}

/** Whatever a document says is shown as text: no Markdown, no links. */
function lines(title: string, rows: readonly (readonly [string, string | undefined])[]): MarkdownString {
  const text = new MarkdownString('**');
  text.appendText(title.trim()).appendMarkdown('**');
  for (const [label, value] of rows)
    if (value !== undefined) text.appendMarkdown('  \n').appendText(`${label}: ${value}`);
  return text;
}

/** Nothing as long as it is not known. */
function sectionsOf({ progress }: SpecEntry): string | undefined {
  return progress ? l10n.t('{0} of {1} sections complete', progress.complete, progress.total) : undefined;
}

function problemTexts({ error, warning, info }: ProblemCounts): string[] {
  return [
    error > 0 ? (error === 1 ? l10n.t('1 error') : l10n.t('{0} errors', error)) : '',
    warning > 0 ? (warning === 1 ? l10n.t('1 warning') : l10n.t('{0} warnings', warning)) : '',
    info > 0 ? (info === 1 ? l10n.t('1 note') : l10n.t('{0} notes', info)) : '',
  ].filter((part) => part !== '');
}

/** Where there are several, the folder of a spec is worth a word. */
function folderName({ folder }: SpecEntry): string | undefined {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length < 2) return undefined;
  return workspace.getWorkspaceFolder(Uri.parse(folder))?.name;
}

function phaseName(phase: SpecPhase): string {
  if (phase === 'draft') return l10n.t('Draft');
  return phase === 'review' ? l10n.t('In Review') : l10n.t('Approved');
}

function specs(count: number): string {
  return count === 1 ? l10n.t('1 spec') : l10n.t('{0} specs', count);
}

function questions(count: number): string {
  return count === 1 ? l10n.t('1 open question') : l10n.t('{0} open questions', count);
}

function approvals(count: number): string {
  return count === 1 ? l10n.t('1 unsigned approval') : l10n.t('{0} unsigned approvals', count);
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function parts(texts: readonly (string | undefined)[]): string {
  return texts.filter((text) => text !== undefined).join(' · ');
}

function joined(texts: readonly (string | undefined)[]): string {
  return texts.filter((text) => text !== undefined).join(', ');
}
