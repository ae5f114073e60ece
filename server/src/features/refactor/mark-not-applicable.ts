import { t } from '@vscode/l10n';
import { nodeSpan } from '../../model/inline-source';
import type { DocumentModel } from '../../model/document-model';
import type { Section } from '../../model/section';
import { SyntaxTree } from '../../syntax/tree';
import { endsOpen } from '../../template/root-blocks';
import { dominantEol } from '../../text/line';
import { shiftSpan, type Span } from '../../text/span';
import type { Spec } from '../../workspace/spec';
import { contentOfStretch, parting, stretchOf } from './exchange-sections';
import { sectionAt } from './place';
import { withNested } from './realign';
import type { RefactorContext, Refactoring, RefactoringProvider } from './refactoring';

const kind = 'refactor.rewrite.notApplicable';

/** The reason only the author knows; until it is written the placeholder is reported. */
export const ANSWER = 'Not applicable: [the reason]';

/**
 * Says of a section that it does not apply, in the place of what its template has there. Not offered where the author has
 * written anything.
 */
export const markNotApplicable: RefactoringProvider = { kind, offer };

function offer(context: RefactorContext): Refactoring[] {
  const { spec } = context;
  const { model, alignment, wrapper } = spec;
  const section = sectionAt(context);
  if (!section || wrapper || section === alignment.title || section.ordinal < model.metadataEnd) return [];
  const parts = withNested(model, [section]);
  const hasOwnTitle = (part: Section) =>
    part !== section && part.title !== alignment.slots[part.ordinal]?.title;
  if (parts.some(hasOwnTitle)) return [];
  const { text } = model.tree;
  const { end: heading } = model.headingSpan(section);
  const isEmpty = parts.length === 1 && !model.shape.hasContent[section.ordinal + 1];
  // Where nothing stands its rule offers the same among the quick fixes.
  if (isEmpty && !context.isAskedFor) return [];
  if (!isEmpty && !parts.every((part) => isTemplates(spec, part))) return [];
  const stretch = stretchOf(model, section);
  if (stretch.end === text.length && endsOpen(model.tree)) return [];
  const end = isEmpty ? heading : Math.max(heading, contentOfStretch(model, stretch).end);
  const eol = dominantEol(text);
  const gap = /^\s*/u.exec(text.slice(end))![0];
  const isLast = end + gap.length === text.length;
  // At the end of the document one line ending is left, if there was one.
  const rest = isLast
    ? /^(?:\r\n|\n|\r)?/u.exec(gap)![0]
    : parting(gap, ANSWER, text.slice(end + gap.length), eol).slice(gap.length);
  const span = { start: heading, end: isLast ? text.length : end };
  return [
    {
      title: t('Mark "{0}" as not applicable', section.title),
      kind,
      edits: [{ span, newText: eol + eol + ANSWER + rest }],
    },
  ];
}

/** Whether each block under a heading stands in the template, too, so that none holds a word of the author's. */
function isTemplates({ model, alignment }: Spec, section: Section): boolean {
  const slot = alignment.slots[section.ordinal];
  const own = bodyBlocks(model.tree, model.bodySpan(section));
  if (own.length === 0) return true;
  if (!slot) return false;
  const tree = SyntaxTree.parse(slot.body);
  const known = new Set(bodyBlocks(tree, { start: 0, end: tree.length }).map((span) => plain(tree, span)));
  return own.every((span) => known.has(plain(model.tree, span)));
}

/** The blocks of a stretch; a rule is none. */
function bodyBlocks(tree: DocumentModel['tree'], { start, end }: Span): Span[] {
  const spans: Span[] = [];
  for (let chunk = tree.chunkAt(start); chunk < tree.chunks.length; chunk++) {
    const base = tree.chunkStart(chunk);
    if (base >= end) break;
    for (const { node } of tree.chunks[chunk]!.blocks) {
      const span = shiftSpan(nodeSpan(node), base);
      if (span.start >= start && span.start < end && node.type !== 'thematicBreak') spans.push(span);
    }
  }
  return spans;
}

/** What a block says, however it is broken into lines. */
function plain(tree: DocumentModel['tree'], { start, end }: Span): string {
  return tree.slice(start, end).replace(/\s+/gu, ' ').trim();
}
