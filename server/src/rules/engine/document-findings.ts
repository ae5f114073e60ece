import type { ContentKind, DocumentContent } from '../../model/document-content';
import type { WorkspaceView } from '../../workspace/index/view';
import type { Host } from '../../workspace/ports';
import type { Spec } from '../../workspace/spec';
import type { ActiveRule, ActiveRules } from './active-rules';
import { AskedWorkspace } from './asked-workspace';
import type { Anchor, ContentRule, DocumentContext, Finding, WorkspaceRule } from './rule';
import { ruleWork } from './work';

/** A finding about a document, with the rule that made it. */
export interface DocumentFinding extends Finding<Anchor, unknown> {
  readonly from: ActiveRule;
}

type Lists = Partial<DocumentContent>;

/** What a content rule found, and in which lists. */
interface FoundInContent {
  readonly lists: Lists;
  readonly findings: readonly DocumentFinding[];
}

/** What a workspace rule found, in which lists, and by which answers. */
interface FoundInWorkspace extends FoundInContent {
  readonly asked: AskedWorkspace;
}

interface Kept {
  readonly active: ActiveRules;
  readonly spec: Spec;
  /** The day for which it holds: a date that was to come is past tomorrow. */
  readonly today: string;
  readonly findings: readonly DocumentFinding[];
  readonly content: Map<ActiveRule<ContentRule>, FoundInContent>;
  readonly workspace: Map<ActiveRule<WorkspaceRule>, FoundInWorkspace>;
}

/** What the document, content and workspace rules find in one document; what an edit leaves valid is kept. */
export class DocumentFindings {
  private kept: Kept | undefined;

  constructor(private readonly host: Pick<Host, 'clock' | 'log'>) {}

  check(spec: Spec, active: ActiveRules, workspace: WorkspaceView): readonly DocumentFinding[] {
    const { alignment, schema, phase, size, guidanceLeft } = spec;
    const { shape } = spec.model;
    const isWrapped = spec.wrapper !== undefined;
    const context = { shape, alignment, schema, phase, size, guidanceLeft, isWrapped, host: this.host };
    const today = this.host.clock.today();
    const before = this.kept && holds(this.kept, { spec, active, today }) ? this.kept : undefined;
    this.kept = {
      active,
      spec,
      today,
      findings: before?.findings ?? this.checkDocument(context, active),
      content: before?.content ?? new Map<ActiveRule<ContentRule>, FoundInContent>(),
      workspace: before?.workspace ?? new Map<ActiveRule<WorkspaceRule>, FoundInWorkspace>(),
    };
    return [
      ...this.kept.findings,
      ...this.checkContent(spec, context, this.kept),
      ...this.checkWorkspace(spec, context, this.kept, workspace),
    ];
  }

  private checkDocument(context: DocumentContext, active: ActiveRules): DocumentFinding[] {
    ruleWork.documentsChecked += 1;
    return [
      ...active.document.flatMap((from) =>
        this.run(from, (report) => from.rule.check(context, report, from.options)),
      ),
      ...active.block.flatMap((from) =>
        this.run(from, (report) => from.rule.checkDocument?.(context, report, from.options)),
      ),
    ];
  }

  private checkContent(
    { model }: Spec,
    context: DocumentContext,
    { active, content }: Kept,
  ): DocumentFinding[] {
    return active.content.flatMap((from) => {
      const known = content.get(from);
      if (known && areSame(known.lists, model.content, from.rule.reads)) return known.findings;
      ruleWork.contentChecked += 1;
      const lists = listsOf(model.content, from.rule.reads);
      const findings = this.run(from, (report) =>
        from.rule.check({ ...context, content: lists as DocumentContent }, report, from.options),
      );
      content.set(from, { lists, findings });
      return findings;
    });
  }

  private checkWorkspace(
    { model }: Spec,
    context: DocumentContext,
    { active, workspace: found }: Kept,
    workspace: WorkspaceView,
  ): DocumentFinding[] {
    return active.workspace.flatMap((from) => {
      const known = found.get(from);
      if (known?.asked.holdsFor(workspace) && areSame(known.lists, model.content, from.rule.reads))
        return known.findings;
      ruleWork.workspaceChecked += 1;
      const lists = listsOf(model.content, from.rule.reads);
      const asked = new AskedWorkspace(workspace);
      const content = lists as DocumentContent;
      const findings = this.run(from, (report) =>
        from.rule.check({ ...context, content, workspace: asked.view }, report, from.options),
      );
      found.set(from, { lists, findings, asked });
      return findings;
    });
  }

  /** A rule that throws loses its own findings and nothing else. */
  private run(from: ActiveRule, check: (report: (finding: Finding<Anchor, unknown>) => void) => void) {
    const findings: DocumentFinding[] = [];
    try {
      check((finding) => findings.push({ ...finding, from }));
    } catch (error) {
      this.host.log.error(`Rule "${from.rule.id}" failed: ${String(error)}`);
    }
    return findings;
  }
}

function holds(before: Kept, { spec, active, today }: Pick<Kept, 'spec' | 'active' | 'today'>): boolean {
  return (
    before.active === active &&
    before.today === today &&
    before.spec.model.shape === spec.model.shape &&
    before.spec.alignment === spec.alignment &&
    before.spec.guidanceLeft === spec.guidanceLeft &&
    (before.spec.wrapper === undefined) === (spec.wrapper === undefined) &&
    before.spec.phase === spec.phase &&
    before.spec.size === spec.size
  );
}

/** A rule sees no list but those it reads, or what it finds would outlive what it is about. */
function listsOf(content: DocumentContent, kinds: readonly ContentKind[]): Lists {
  return Object.fromEntries(kinds.map((kind) => [kind, content[kind]]));
}

function areSame(known: Lists, content: DocumentContent, kinds: readonly ContentKind[]): boolean {
  return kinds.every((kind) => known[kind] === content[kind]);
}
