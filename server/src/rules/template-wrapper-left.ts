import type { Section } from '../model/section';
import { isUsageTitle } from '../template/usage-notes';
import { defineDocumentRule, type DocumentContext } from './engine/rule';
import { removeSection } from './engine/section-edits';

/** Without a section: the fence around the document. */
interface Data {
  readonly notes?: Section;
}

export default defineDocumentRule<Data>({
  id: 'template-wrapper-left',
  severity: { draft: 'warning', review: 'error', approved: 'error' },
  fix: 'safe',
  docs: {
    what: 'What was published around the template, and not as a part of it, was copied with it: a fence around the whole document, or notes on how to use the template.',
    why: 'In a fence the document is code to every reader and tool; the notes speak to its author and tell its readers nothing.',
    remedy: 'Take the fence and the notes away.',
  },
  check(context, report) {
    if (context.isWrapped)
      report({
        at: 'document',
        message:
          'This document still stands in the fence that its template was published in, so readers and tools see it as code. Take the fence away.',
        data: {},
      });
    for (const notes of notesIn(context)) {
      report({
        at: { section: notes },
        message: `"${notes.title}" tells an author how to use the template, and readers of this document nothing. Take it out.`,
        data: { notes },
      });
    }
  },
  fixes({ spec }, { notes }) {
    if (notes) return [{ title: `Remove "${notes.title}"`, edits: [removeSection(spec, notes)] }];
    const cuts = spec.wrapper?.cuts ?? [];
    return [{ title: 'Remove the fence', edits: cuts.map((span) => ({ span, newText: '' })) }];
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
