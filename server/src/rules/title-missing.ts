import { t } from '@vscode/l10n';
import type { Section } from '../model/section';
import { dominantEol } from '../text/line';
import { defineDocumentRule, type DocumentContext } from './engine/rule';

/** With a second title: there are several, and only the author knows which is the right one. */
interface Data {
  readonly second?: Section;
}

export default defineDocumentRule<Data>({
  id: 'title-missing',
  severity: { draft: 'info', review: 'warning', approved: 'error' },
  fix: 'unsafe',
  docs: {
    what: 'The document has no heading above all others that says what it is about, or has several.',
    why: 'Lists of documents, search results and tables of contents show the title and nothing else.',
    remedy: 'Give the document one title, and make any other a section below it.',
  },
  check(context, report) {
    const { alignment, schema } = context;
    const { title } = alignment;
    if (!schema.title) return;
    if (!title && !hasOtherTitle(context))
      report({
        at: 'document',
        message: t(
          'This document has no title, so a list of documents cannot say what it is about. Put a heading of level 1 above all others.',
        ),
        slot: schema.title,
        data: {},
      });
    const second = title && secondTitle(context, title);
    if (second)
      report({
        at: { section: second },
        message: t(
          '"{0}" is a title beside "{1}", so outlines show two documents in one. Make it a section below the title.',
          second.title,
          title.title,
        ),
        slot: schema.title,
        data: { second },
      });
  },
  fixes({ spec }, { second }) {
    const { model, schema } = spec;
    if (second || !schema.title) return [];
    const { text, bodyStart } = model.tree;
    const offset = bodyStart + /^(?:[ \t]*(?:\r\n|\n|\r))*/u.exec(text.slice(bodyStart))![0].length;
    const eol = dominantEol(text);
    const line = `${'#'.repeat(schema.title.level)} ${schema.title.title}`;
    const newText = line + eol + (offset < text.length ? eol : '');
    return [
      {
        title: t('Insert the title "{0}"', schema.title.title),
        edits: [{ span: { start: offset, end: offset }, newText }],
      },
    ];
  },
});

/**
 * Whether the document may say elsewhere what it is called: in its metadata, from which site generators make the title, or
 * in something before its first heading that is no metadata, such as an HTML heading.
 */
function hasOtherTitle({ shape }: DocumentContext): boolean {
  const { fields, hasContent } = shape;
  const isName = (folded: string) =>
    /(?:^| )title$|^(?:document|feature|project|spec|system) name$/u.test(folded);
  const onlyMetadata = fields.some(({ dialect }) => dialect !== 'front-matter');
  return (
    fields.some(({ folded, value }) => isName(folded) && value !== '') || (hasContent[0]! && !onlyMetadata)
  );
}

/** A heading of the author's own at the level of the title; where all are a level too high, that is another mistake. */
function secondTitle({ alignment, shape }: DocumentContext, title: Section): Section | undefined {
  if (title.level > 1 || alignment.shift !== 0) return undefined;
  return shape.sections.find(
    (section) => section !== title && section.level <= title.level && !alignment.slots[section.ordinal],
  );
}
