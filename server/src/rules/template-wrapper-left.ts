import { t } from '@vscode/l10n';
import type { Section } from '../model/section';
import { isUsageTitle } from '../template/usage-notes';
import { removeBlock } from './engine/remove-block';
import { defineBlockRule, type DocumentContext } from './engine/rule';
import { removeSection } from './engine/section-edits';

type Data =
  | { readonly kind: 'fence' }
  | { readonly kind: 'introduction' }
  | { readonly kind: 'notes'; readonly notes: Section };

/** An instruction to whoever copies the template: "Copy and fill in this template when …". */
const INTRODUCTION =
  /^\W*(?:please\s+)?(?:copy|fill\s+(?:in|out)|use|duplicate|complete)\b[^.!?]*\b(?:this|the)\s+(?:\p{L}+\s+)?template\b/iu;

export default defineBlockRule<Data>({
  id: 'template-wrapper-left',
  severity: { draft: 'warning', review: 'error', approved: 'error' },
  fix: 'safe',
  docs: {
    what: 'What was published around the template, and not as a part of it, was copied with it: a fence around the whole document, a line such as "Copy and fill in this template", or notes on how to use it.',
    why: 'In a fence the document is code to every reader and tool; the notes speak to its author and tell its readers nothing.',
    remedy: 'Take the fence and the notes away.',
  },
  check({ prose, schema, inMetadata }, report) {
    for (const { text, kind, span } of prose) {
      if (kind === 'cell' || kind === 'heading' || !inMetadata(span.start) || !INTRODUCTION.test(text))
        continue;
      // A template that says so in its own text means it to stay.
      if (schema.starter.includes(text)) continue;
      report({
        at: span,
        message: t(
          'This line tells an author how to use the template, and readers of this document nothing. Take it out.',
        ),
        data: { kind: 'introduction' },
      });
    }
  },
  checkDocument(context, report) {
    if (context.isWrapped)
      report({
        at: 'document',
        message: t(
          'This document still stands in the fence that its template was published in, so readers and tools see it as code. Take the fence away.',
        ),
        data: { kind: 'fence' },
      });
    for (const notes of notesIn(context)) {
      report({
        at: { section: notes },
        message: t(
          '"{0}" tells an author how to use the template, and readers of this document nothing. Take it out.',
          notes.title,
        ),
        data: { kind: 'notes', notes },
      });
    }
  },
  fixes({ spec }, data, span) {
    switch (data.kind) {
      case 'notes':
        return [{ title: t('Remove "{0}"', data.notes.title), edits: [removeSection(spec, data.notes)] }];
      case 'introduction':
        return [{ title: t('Remove this line'), edits: [removeBlock(spec.model.tree.text, span)] }];
      case 'fence': {
        const cuts = spec.wrapper?.cuts ?? [];
        return [{ title: t('Remove the fence'), edits: cuts.map((cut) => ({ span: cut, newText: '' })) }];
      }
    }
  },
});

/**
 * The outermost sections for the author of a document. "Usage Notes" alone may be about what the document describes; and
 * what sections of the template stand in is more than notes.
 */
function notesIn({ shape, alignment }: DocumentContext): Section[] {
  const { slots, title } = alignment;
  const isNotes = ({ folded }: Section) => isUsageTitle(folded) && /\btemplate\b/u.test(folded);
  const holdsSlot = (section: Section): boolean =>
    slots[section.ordinal] !== undefined || section.children.some(holdsSlot);
  return shape.sections.filter(
    (section) =>
      section !== title &&
      isNotes(section) &&
      !(section.parent && isNotes(section.parent)) &&
      !holdsSlot(section),
  );
}
