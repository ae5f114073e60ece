import { t } from '@vscode/l10n';
import type { Section } from '../model/section';
import type { Slot } from '../template/schema';
import { dominantEol, withEol } from '../text/line';
import type { Spec } from '../workspace/spec';
import { absentSections } from './engine/absent-sections';
import { insertSections } from './engine/insert-sections';
import { isLeftEmpty } from './engine/left-empty';
import { defineDocumentRule, type Fix } from './engine/rule';

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
  check(context, report) {
    const { alignment, shape } = context;
    for (const section of shape.sections) {
      const slot = alignment.slots[section.ordinal];
      if (!slot || slot === alignment.schema.title || !isLeftEmpty(section, context)) continue;
      const isEmpty = !shape.hasContent[section.ordinal + 1];
      report({
        at: { section },
        message: isEmpty
          ? t(
              '"{0}" has nothing in it, so a reader cannot tell whether it was forgotten. Fill it in, or write "Not applicable" and the reason.',
              section.title,
            )
          : t(
              '"{0}" still holds only the guidance of the template, so a reader cannot tell whether it was forgotten. Fill it in, or write "Not applicable" and the reason.',
              section.title,
            ),
        slot,
        data: { section, slot },
      });
    }
  },
  fixes({ spec }, { section, slot }) {
    const { model } = spec;
    const { text } = model.tree;
    const subsections = insertSubsections(spec, section);
    if (model.shape.hasContent[section.ordinal + 1]) return subsections;
    const eol = dominantEol(text);
    const offset = model.headingSpan(section).end;
    const insert = (body: string) => [
      { span: { start: offset, end: offset }, newText: eol + eol + withEol(body, eol) },
    ];
    const notApplicable = {
      title: t('Mark as not applicable'),
      edits: insert('Not applicable: [the reason]'),
    };
    if (slot.body === '') return [...subsections, notApplicable];
    const guidance = { title: t('Insert the guidance of the template'), edits: insert(slot.body) };
    return [...subsections, guidance, notApplicable];
  },
});

/** What the section should hold: nobody else offers it as long as there is nothing in it. */
function insertSubsections(spec: Spec, section: Section): Fix[] {
  const { model, alignment, size, guidanceLeft } = spec;
  const { missing } = absentSections({ alignment, shape: model.shape, size, guidanceLeft });
  const { edits, count } = insertSections(
    spec,
    missing.filter(({ under }) => under === section),
  );
  if (count === 0) return [];
  const title =
    count > 1
      ? t('Insert the {0} subsections of the template', count)
      : t('Insert the subsection of the template');
  return [{ title, edits }];
}
