import { t } from '@vscode/l10n';
import { withoutOwnAnchor } from '../../model/heading-slugs';
import type { Span } from '../../text/span';
import type { OpenDocument } from '../../workspace/open-document';
import { numbersRequirements } from '../../workspace/index/exports';
import { specsOf } from '../../workspace/index/definers';
import { aimOf } from './anchors';
import { asOpen } from '../../workspace/folder-documents';
import { followAnchors } from './follow-anchors';
import { FolderEdit } from './folder-edit';
import { modelOf, pathOf, Refusal, type Folder } from './folder';
import { renameRequirement } from './rename-requirement';
import { partsOf } from './requirement-owners';
import { renameSpecId } from './rename-spec-id';
import { specDefinitions } from './spec-id-uses';
import type { SymbolAt } from './symbol-at';

/** What can be renamed at a place. */
export interface Renamable {
  /** What the new name replaces there. */
  readonly span: Span;
  /** The name that it has. */
  readonly name: string;
}

/**
 * What a rename at a place is about.
 * @returns undefined where nothing stands that has a name
 * @throws Refusal where it has one that cannot be changed there
 */
export async function renamableAt(
  document: OpenDocument,
  symbol: SymbolAt,
  folder: Folder,
): Promise<Renamable | undefined> {
  const { kind, span } = symbol;
  switch (kind) {
    case 'requirement':
      return { span, name: symbol.id };
    case 'spec': {
      if (specsOf(folder.catalogue, symbol.key).length > 0) return { span, name: symbol.id };
      const [named] = await specDefinitions(symbol.key, folder);
      if (!named) return undefined;
      throw new Refusal(
        t(
          '{0} states no id in its metadata: it goes by {1} from its title or its file name. Rename those.',
          pathOf(named.at.document.uri, folder),
          symbol.id,
        ),
      );
    }
    case 'heading':
      return { span, name: modelOf(document).tree.slice(span.start, span.end) };
    case 'unknown-id':
      if (!numbersRequirements(partsOf(symbol.key).prefix, document.spec?.schema)) return undefined;
      throw new Refusal(
        t(
          'No document of the folder defines {0}, so what else means the same is not known. Define it first.',
          symbol.id,
        ),
      );
    case 'destination':
      if (!aimOf(symbol.destination.url, document.uri, folder.documents.root)?.anchor) return undefined;
      throw new Refusal(t('Rename the heading itself: the links to it follow.'));
  }
}

/**
 * Renames what stands at a place, wherever the documents of the folder mean it, and the anchors that change by that.
 * @throws Refusal where that cannot be done safely
 */
export async function rename(
  document: OpenDocument,
  symbol: SymbolAt,
  newName: string,
  folder: Folder,
): Promise<FolderEdit | undefined> {
  if (!(await renamableAt(document, symbol, folder))) return undefined;
  const name = newName.trim();
  const edit = new FolderEdit();
  if (symbol.kind === 'requirement') await renameRequirement(edit, document, symbol.key, name, folder);
  else if (symbol.kind === 'spec') await renameSpecId(edit, symbol, name, folder);
  else if (symbol.kind === 'heading') {
    checkTitle(name);
    // Unescaped it would be taken for the closing marks of the heading (CommonMark 4.2).
    const newText = name.replace(/(?<=\s)#+$/u, (marks) => `\\${marks}`);
    edit.add(asOpen(document), { span: symbol.span, newText });
  }
  await followAnchors(edit, folder);
  return edit;
}

function checkTitle(title: string): void {
  if (withoutOwnAnchor(title).trim() === '') throw new Refusal(t('A heading needs a title.'));
  if (/[\r\n]/u.test(title)) throw new Refusal(t('The title of a heading stands on one line.'));
}
