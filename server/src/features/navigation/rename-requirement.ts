import { t } from '@vscode/l10n';
import { findIdentifiers } from '../../model/identifier';
import { isPublicSeries, requirementKey } from '../../workspace/index/exports';
import { asOpen } from '../../workspace/folder-documents';
import type { OpenDocument } from '../../workspace/open-document';
import { escapedUri, plainUri } from '../../workspace/uri';
import type { FolderEdit } from './folder-edit';
import { modelOf, pathOf, Refusal, type Folder, type Use } from './folder';
import { isDefinedIn, mentionsOf, ownersOf } from './requirement-owners';
import { mayMention, requirementUses } from './requirement-uses';

/**
 * Gives a requirement another id wherever it is meant.
 * @param key as `requirementKey` writes it
 * @throws Refusal
 */
export async function renameRequirement(
  edit: FolderEdit,
  document: OpenDocument,
  key: string,
  newId: string,
  folder: Folder,
): Promise<void> {
  const [wanted] = findIdentifiers(newId, 0, 'text');
  if (wanted?.id !== newId || isPublicSeries(wanted.prefix))
    throw new Refusal(
      t(
        '"{0}" is no id of a requirement. Write capital letters, a hyphen and a number, such as {1}.',
        newId,
        key.replace(/\d+$/u, '12'),
      ),
    );
  const owners = ownersOf(asOpen(document), key, folder);
  if (owners.length > 1) {
    const [first, second] = owners.map((uri) => pathOf(uri, folder));
    throw new Refusal(
      t(
        '{0} and {1} both define {2}, and which of them is meant here is not certain. Rename it where it is defined.',
        first!,
        second!,
        key,
      ),
    );
  }
  const uses = await requirementUses(owners, key, folder);
  const newKey = requirementKey(wanted);
  const touched = new Map(uses.map(({ at }) => [plainUri(at.document.uri), at]));
  const owner = touched.get(owners[0]!) ?? (await folder.documents.find(escapedUri(owners[0]!)));
  if (newKey !== key && owner)
    for (const at of [owner, ...touched.values()]) {
      if (!mayMention(at.text, newKey)) continue;
      // Of a file that was looked through only what mentions the old id is known.
      checkFree((await folder.documents.find(at.document.uri)) ?? at, newKey, folder);
    }
  for (const use of uses) {
    if (use.isRange) throw new Refusal(rangeMessage(use, key, folder));
    edit.add(use.at, { span: use.span, newText: newId, ...(use.doubt ? { doubt: use.doubt } : {}) });
  }
}

/** @throws Refusal where a document means something else by the new id */
function checkFree(at: Use['at'], newKey: string, folder: Folder): void {
  const { document } = at;
  const model = modelOf(document);
  const path = pathOf(document.uri, folder);
  if (isDefinedIn(model, newKey))
    throw new Refusal(t('{0} defines {1} already. Choose a number that is free.', path, newKey));
  const [other] = ownersOf(at, newKey, folder);
  if (other !== undefined && mentionsOf(model, newKey).length > 0)
    throw new Refusal(
      t(
        '{0} mentions {1} of {2}, and the two could not be told apart. Choose a number that is free.',
        path,
        newKey,
        pathOf(other, folder),
      ),
    );
}

function rangeMessage({ at: { document }, span }: Use, key: string, folder: Folder): string {
  const { line } = document.lines.positionAt(span.start);
  return t(
    '{0}, line {1}, has {2} in a range of ids, which would no longer name it. Write out the ids of the range first.',
    pathOf(document.uri, folder),
    line + 1,
    key,
  );
}
