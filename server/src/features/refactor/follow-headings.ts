import type { DocumentModel } from '../../model/document-model';
import { HeadingSlugs } from '../../model/heading-slugs';
import type { Section } from '../../model/section';
import type { TextEdit } from '../../text/edit';
import { anchorAfter, anchorEdit } from '../navigation/anchor-edit';
import { anchorSpan, ownHeadingLinks, slugsOf } from '../navigation/anchors';

/**
 * What becomes of the links within a document once its headings have other titles.
 * @returns undefined where one of them could no longer lead to its heading
 */
export function followHeadings(
  model: DocumentModel,
  titleOf: (section: Section) => string,
): TextEdit[] | undefined {
  const titles = model.shape.sections.map(titleOf);
  const slugs = { before: slugsOf(model), after: new HeadingSlugs(titles) };
  const isSet = (name: string) => anchorSpan(model, name) !== undefined;
  const edits: TextEdit[] = [];
  for (const { destination, anchor, section } of ownHeadingLinks(model)) {
    const { title, ordinal } = section;
    if (title === titles[ordinal] && slugs.before.anchorOf(ordinal) === slugs.after.anchorOf(ordinal))
      continue;
    const wanted = anchorAfter(anchor, ordinal, slugs, isSet);
    if (wanted === undefined) return undefined;
    const edit = anchorEdit(model, destination, wanted);
    if (edit) edits.push(edit);
  }
  return edits;
}
