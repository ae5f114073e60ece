import { t } from '@vscode/l10n';
import type { CancellationToken } from 'vscode-languageserver';
import { toMarkdown } from '../features/hover/hover-text';
import { guidanceOf } from '../features/hover/guidance';
import { outlineOf } from '../features/outline';
import { actsFor } from '../features/outline/capabilities';
import { actOn, entryWith, insertGap, type ActEdit } from '../features/outline/edit';
import { isOpen, type OutlineEntry } from '../features/outline/entry';
import { insertableIn } from '../features/outline/insertable';
import { problemCounts, type ProblemCounts } from '../features/outline/problem-counts';
import { progressOf } from '../features/progress';
import { isMovable } from '../features/refactor/move-section';
import type { Section } from '../model/section';
import {
  insertableSectionsRequest,
  outlineEditRequest,
  outlineGuidanceRequest,
  outlineRequest,
  type InsertableSectionsParams,
  type InsertableSectionsResult,
  type OutlineEditParams,
  type OutlineEditResult,
  type OutlineGuidanceParams,
  type OutlineGuidanceResult,
  type OutlineNode,
  type OutlineParams,
  type OutlineResult,
} from '../protocol';
import type { OpenDocument } from '../workspace/open-document';
import type { Spec } from '../workspace/spec';
import { toRange, toTextEdit } from './convert';
import { answer } from './guard';
import type { Session } from './session';

/** The outline of a spec, and what a person does to its entries. */
export function serveOutline(session: Session): void {
  const { connection } = session;
  connection.onRequest(outlineRequest, ({ uri }: OutlineParams, token: CancellationToken) =>
    answer<OutlineResult | null>(session, 'outline', token, null, () => {
      const document = session.documents.get(uri);
      return document?.spec ? outlineResult(session, document, document.spec) : null;
    }),
  );
  connection.onRequest(
    outlineGuidanceRequest,
    ({ uri, key }: OutlineGuidanceParams, token: CancellationToken) =>
      answer<OutlineGuidanceResult>(session, 'outline guidance', token, { markdown: '' }, () => {
        const spec = session.documents.get(uri)?.spec;
        const entry = spec && entryWith(outlineOf(spec), key);
        return { markdown: entry?.slot ? toMarkdown(guidanceOf(entry.slot)) : '' };
      }),
  );
  connection.onRequest(
    insertableSectionsRequest,
    ({ uri, into }: InsertableSectionsParams, token: CancellationToken) =>
      answer<InsertableSectionsResult>(session, 'insertable sections', token, { sections: [] }, () => {
        const spec = session.documents.get(uri)?.spec;
        return { sections: spec ? insertableSections(spec, into) : [] };
      }),
  );
  connection.onRequest(outlineEditRequest, (params: OutlineEditParams, token: CancellationToken) => {
    const failed = { refused: t('This could not be done; the log has the reason.') };
    return answer<OutlineEditResult>(session, 'outline edit', token, failed, () =>
      editResult(session, params),
    );
  });
}

function outlineResult(session: Session, document: OpenDocument, spec: Spec): OutlineResult {
  const { uri, version } = document;
  const entries = outlineOf(spec);
  const problems = session.diagnostics.problems(document, session.configurationFor(uri));
  const counts = problemCounts(spec, problems);
  const under = new Set(spec.alignment.missing.map((gap) => gap.under));
  return {
    version,
    template: { id: spec.schema.id, name: spec.schema.name },
    progress: progressOf(entries),
    entries: entries.map((entry) => toNode(entry, { document, spec, counts, under })),
  };
}

interface Shown {
  readonly document: OpenDocument;
  readonly spec: Spec;
  readonly counts: ProblemCounts;
  /** The sections in which one is missing, optional ones included. */
  readonly under: ReadonlySet<Section | undefined>;
}

function toNode(entry: OutlineEntry, shown: Shown): OutlineNode {
  const { document, spec, counts, under } = shown;
  const { key, kind, title, level, state, placeholders, openBelow, section, slot, children } = entry;
  const { model } = spec;
  const fields = kind === 'metadata' ? model.shape.fields.map((field) => model.fieldSpan(field)) : [];
  const problems = section ? counts.of.get(section) : kind === 'metadata' ? counts.metadata : undefined;
  const whole = fields[0] && { start: fields[0].start, end: fields.at(-1)!.end };
  const range = section ? model.sectionSpan(section) : whole;
  const selection = section ? model.headingSpan(section) : whole && { start: whole.start, end: whole.start };
  return {
    key,
    kind,
    title,
    level,
    state,
    placeholders,
    openBelow,
    isOpen: isOpen(entry),
    isOwn: !slot && kind === 'section',
    problems: problems ?? { error: 0, warning: 0 },
    acts: actsFor(spec, entry),
    isMovable: section !== undefined && !spec.wrapper && isMovable(spec, section),
    canInsertInto: section !== undefined && under.has(section),
    range: range ? toRange(document.lines, range) : null,
    selection: selection ? toRange(document.lines, selection) : null,
    children: children.map((child) => toNode(child, shown)),
  };
}

function insertableSections(spec: Spec, into: string | undefined): InsertableSectionsResult['sections'] {
  const entries = outlineOf(spec);
  const section = into === undefined ? undefined : entryWith(entries, into)?.section;
  return insertableIn(spec, entries)
    .filter(({ gap }) => into === undefined || (section !== undefined && gap.under === section))
    .map(({ key, gap, isOptional }) => ({
      key,
      title: gap.slot.title,
      under: gap.under && gap.under !== spec.alignment.title ? gap.under.title : '',
      isOptional,
    }));
}

/** Nothing for another version, or for an entry that is another one now: what the person saw is what it is about. */
function editResult(session: Session, params: OutlineEditParams): OutlineEditResult {
  const { uri, version, key, title, act, onto } = params;
  const document = session.documents.get(uri);
  const spec = document?.spec;
  const changed = { refused: t('The document has changed meanwhile, so nothing was done. Try again.') };
  if (!document || !spec || document.version !== version) return changed;
  const entries = outlineOf(spec);
  const insertable = act === 'insert' && insertableIn(spec, entries).find((each) => each.key === key);
  if (insertable) return toResult(document, insertGap(spec, insertable.gap));
  const entry = entryWith(entries, key);
  const target = typeof onto === 'string' ? entryWith(entries, onto) : undefined;
  if (!entry || entry.title !== title || (typeof onto === 'string' && !target)) return changed;
  const context = {
    spec,
    schemas: session.choiceFor(uri).schemas,
    workspace: session.workspaces.view(uri),
    clock: session.host.clock,
    author: session.configurationFor(uri).author,
  };
  return toResult(document, actOn(context, entries, entry, { kind: act, onto: target }));
}

function toResult({ lines }: OpenDocument, result: ActEdit): OutlineEditResult {
  if ('refused' in result) return result;
  if ('edits' in result) return { edits: result.edits.map((edit) => toTextEdit(lines, edit)) };
  return { snippet: result.snippet, range: toRange(lines, result.edit.span) };
}
