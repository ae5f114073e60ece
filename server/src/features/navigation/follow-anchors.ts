import { t } from '@vscode/l10n';
import { DocumentModel } from '../../model/document-model';
import { SyntaxTree } from '../../syntax/tree';
import { anchorAfter, anchorEdit } from './anchor-edit';
import { anchorSpan, linksToHeadings, mayHoldAnchor, mayLinkTo, slugsOf } from './anchors';
import type { FolderEdit } from './folder-edit';
import { modelOf, pathOf, Refusal, type Folder, type Use } from './folder';

/**
 * Adds to a rename what becomes of links to headings whose anchors it changes: of those that it renames, and of those that are
 * numbered otherwise since another has their title now.
 * @throws Refusal where the headings would no longer be the same, or a link could not be kept
 */
export async function followAnchors(edit: FolderEdit, folder: Folder): Promise<void> {
  for (const { at, edits } of edit.documents) {
    const model = modelOf(at.document);
    const inHeading = model.shape.sections.some((section) => {
      const title = model.titleSpan(section);
      return edits.some(({ span }) => title.start <= span.start && span.end <= title.end);
    });
    // Of a file that was looked through not every anchor is known.
    const whole = inHeading ? ((await folder.documents.find(at.document.uri)) ?? at) : at;
    if (inHeading) await followIn(edit, whole, folder);
  }
}

async function followIn(edit: FolderEdit, to: Use['at'], folder: Folder): Promise<void> {
  const before = modelOf(to.document);
  const after = new DocumentModel(SyntaxTree.parse(edit.textOf(to)));
  if (!before.shape.sections.every(({ level }, i) => after.shape.sections[i]?.level === level))
    throw new Refusal(t('The headings of the document would no longer be the same. Choose another name.'));
  const slugs = { before: slugsOf(before), after: slugsOf(after) };
  const isMoved = before.shape.sections.map(
    ({ title, ordinal }) =>
      title !== after.shape.sections[ordinal]!.title ||
      slugs.before.anchorOf(ordinal) !== slugs.after.anchorOf(ordinal),
  );
  const search = { mayBeIn: mayLinkTo(to.document.uri), mayBeInPart: mayHoldAnchor };
  for await (const at of folder.documents.having(search)) {
    const links = linksToHeadings(at.document, to.document, folder.documents.root);
    for (const { destination, anchor, section } of links) {
      if (!isMoved[section.ordinal]) continue;
      const isSet = (name: string) => anchorSpan(after, name) !== undefined;
      const wanted = anchorAfter(anchor, section.ordinal, slugs, isSet);
      if (wanted === undefined) {
        const { line } = at.document.lines.positionAt(destination.span.start);
        throw new Refusal(
          t(
            'The link in {0}, line {1}, could no longer lead to "{2}". Choose another name.',
            pathOf(at.document.uri, folder),
            line + 1,
            after.shape.sections[section.ordinal]!.title,
          ),
        );
      }
      const change = anchorEdit(modelOf(at.document), destination, wanted);
      if (change) edit.add(at, change);
    }
  }
}
