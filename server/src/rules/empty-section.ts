import type { Section } from '../model/section';
import type { Slot } from '../template/schema';
import { dominantEol, withEol } from '../text/line';
import { defineDocumentRule } from './engine/rule';

export default defineDocumentRule<{ section: Section; slot: Slot }>({
  id: 'empty-section',
  severity: { draft: 'hint', review: 'warning', approved: 'error' },
  fix: 'unsafe',
  waitsForLine: true,
  docs: {
    what: "A section of the template has a heading and nothing under it, or only rules, comments or the template's guidance.",
    why: 'A reader cannot tell whether there is nothing to say or whether it was forgotten.',
    remedy: 'Fill it in, or write "Not applicable" and the reason.',
  },
  check({ alignment, shape, guidanceLeft }, report) {
    const withChildren = new Set(alignment.parents);
    for (const section of shape.sections) {
      const slot = alignment.slots[section.ordinal];
      const hasChildren = section.children.length > 0 || withChildren.has(section);
      if (!slot || slot === alignment.schema.title || hasChildren) continue;
      const isEmpty = !shape.hasContent[section.ordinal + 1];
      if (!isEmpty && !guidanceLeft[section.ordinal]) continue;
      const state = isEmpty ? 'has nothing in it' : 'still holds only the guidance of the template';
      report({
        at: { section },
        message: `"${section.title}" ${state}, so a reader cannot tell whether it was forgotten. Fill it in, or write "Not applicable" and the reason.`,
        slot,
        data: { section, slot },
      });
    }
  },
  fixes({ spec }, { section, slot }) {
    const { model } = spec;
    const { text } = model.tree;
    if (model.shape.hasContent[section.ordinal + 1]) return [];
    const eol = dominantEol(text);
    const offset = model.headingSpan(section).end;
    const insert = (body: string) => [
      { span: { start: offset, end: offset }, newText: eol + eol + withEol(body, eol) },
    ];
    const notApplicable = { title: 'Mark as not applicable', edits: insert('Not applicable: [the reason]') };
    if (slot.body === '') return [notApplicable];
    return [{ title: 'Insert the guidance of the template', edits: insert(slot.body) }, notApplicable];
  },
});
