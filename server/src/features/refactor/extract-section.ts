import { t } from '@vscode/l10n';
import { slug } from 'github-slugger';
import type { DocumentModel } from '../../model/document-model';
import type { Section } from '../../model/section';
import { revisionTables } from '../../rules/engine/revision-table';
import { setLevel } from '../../rules/engine/section-edits';
import { applyEdits, type TextEdit } from '../../text/edit';
import { dominantEol } from '../../text/line';
import { shiftSpan, type Span } from '../../text/span';
import type { Spec } from '../../workspace/spec';
import { contentOfStretch, parting, stretchOf } from './exchange-sections';
import { labelsIn } from './labels-in';
import { isMovable } from './move-section';
import { moveLinks } from './move-links';
import { sectionAt } from './place';
import { realigned, withNested } from './realign';
import type { RefactorContext, Refactoring, RefactoringProvider } from './refactoring';
import { canRestructure, isSelfContained } from './self-contained';

const kind = 'refactor.extract.section';
const LONGEST_NAME = 60;

/** Moves what is in a section to a file of its own, and leaves its heading with a link to that. All links lead where they did. */
export const extractSection: RefactoringProvider = { kind, offer };

function offer(context: RefactorContext): Refactoring[] {
  const { spec, workspace } = context;
  const { model } = spec;
  const section = sectionAt(context);
  if (!section || !canRestructure(spec) || !isMovable(spec, section)) return [];
  const parts = withNested(model, [section]);
  if (!parts.some(({ ordinal }) => model.shape.hasContent[ordinal + 1])) return [];
  const span = contentOfStretch(model, stretchOf(model, section));
  const { end: heading } = model.headingSpan(section);
  if (!isSelfContained(model, span) || !mayLeave(spec, parts, span)) return [];
  const own = spec.path.split('/').at(-1)!;
  const path = pathFor(own, section.title, (url) => workspace.link(url) === 'found');
  const moved = path && moveLinks(model, { parts, span, own, other: path });
  if (!moved) return [];
  const { text } = model.tree;
  const eol = dominantEol(text);
  const start = model.lineStart(section.ordinal);
  const levels = parts.flatMap((part) => setLevel(model, part, part.level - section.level + 1));
  const body = applyEdits(text.slice(start, span.end), relativeTo(start, [...levels, ...moved.inside]));
  const definitions = moved.definitions.map((definition) => definition + eol).join('');
  const link = `[${escaped(section.title)}](${path})`;
  const gap = /^\s*/u.exec(text.slice(span.end))![0];
  const behind = text.slice(span.end + gap.length);
  const rest = behind === '' ? '' : parting(gap, link, behind, eol).slice(gap.length);
  return [
    {
      title: t('Extract "{0}" to {1}', section.title, path),
      kind,
      edits: [
        ...moved.outside,
        { span: { start: heading, end: span.end }, newText: eol + eol + link + rest },
      ],
      newFile: { path, text: body + eol + (definitions && eol + definitions) },
    },
  ];
}

/** Whether the document can do without what is in a section. */
function mayLeave(spec: Spec, parts: readonly Section[], span: Span): boolean {
  const { model, alignment, phase } = spec;
  if (phase !== 'draft') {
    const kept = model.shape.sections.filter((each) => each === parts[0] || !parts.includes(each));
    const after = realigned(
      spec,
      kept.map((section) => ({ section, level: section.level })),
    );
    // What stands in another file the template takes for missing.
    if (after.missing.length > alignment.missing.length) return false;
  }
  if (
    revisionTables(model.content, alignment).some(({ section }) =>
      parts.some(({ ordinal }) => ordinal === section),
    )
  )
    return false;
  return !definesForOthers(model, span) && !hasSharedLabels(model, span);
}

/** Whether ids of requirements are defined in a stretch that the rest of the document refers to. */
function definesForOthers(model: DocumentModel, span: Span): boolean {
  const ids = model.content.identifiers.map(({ fact }, index) => ({
    fact,
    isIn: holds(span, model.contentSpan('identifiers', index)),
  }));
  const defined = new Set(
    ids.filter(({ fact, isIn }) => isIn && fact.place !== 'text').map(({ fact }) => fact.id),
  );
  return ids.some(({ fact, isIn }) => !isIn && defined.has(fact.id));
}

/** Whether a stretch defines what the rest refers to, or has a footnote that stands in the rest. */
function hasSharedLabels(model: DocumentModel, span: Span): boolean {
  const labels = labelsIn(model).map((each) => ({ ...each, isIn: holds(span, each.span) }));
  return labels.some(
    (definition) =>
      definition.isDefinition &&
      (definition.isIn || definition.kind === 'footnote') &&
      labels.some(
        (each) =>
          each.kind === definition.kind && each.label === definition.label && each.isIn !== definition.isIn,
      ),
  );
}

function holds({ start, end }: Span, inner: Span): boolean {
  return start <= inner.start && inner.end <= end;
}

/** A name beside the document's own, after the section; undefined where its title has no letters, or the name is taken. */
function pathFor(own: string, title: string, isTaken: (url: string) => boolean): string | undefined {
  const name = [...plainSlug(title)].slice(0, LONGEST_NAME).join('').replace(/-$/u, '');
  const stem = plainSlug(own.replace(/\.[^.]*$/u, ''));
  if (name === '') return undefined;
  for (const suffix of ['', '-2', '-3', '-4']) {
    const path = `${stem === '' ? '' : `${stem}-`}${name}${suffix}.md`;
    if (!isTaken(path)) return path;
  }
  return undefined;
}

function plainSlug(text: string): string {
  return slug(text).replace(/-{2,}/gu, '-').replace(/^-|-$/gu, '');
}

function relativeTo(start: number, edits: readonly TextEdit[]): TextEdit[] {
  return edits.map(({ span, newText }) => ({ span: shiftSpan(span, -start), newText }));
}

/** A text as the text of a link. */
function escaped(title: string): string {
  return title.replace(/[\\[\]`*_<>]/gu, '\\$&');
}
