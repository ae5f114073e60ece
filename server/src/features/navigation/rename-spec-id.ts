import { t } from '@vscode/l10n';
import { fitsIdPattern, readIdPattern } from '../../template/id-pattern';
import { documentKey, readDocumentId } from '../../template/spec-id';
import { areEditions } from '../../workspace/index/document-names';
import { documentsNamed, specsOf } from '../../workspace/index/definers';
import { escapedUri } from '../../workspace/uri';
import type { FolderEdit } from './folder-edit';
import { pathOf, Refusal, type Folder } from './folder';
import { specIdUses } from './spec-id-uses';

/**
 * Gives a spec another id, in the field that states it and wherever it is mentioned.
 * @param key as `documentKey` writes it
 * @throws Refusal
 */
export async function renameSpecId(
  edit: FolderEdit,
  { key, id }: { readonly key: string; readonly id: string },
  newId: string,
  folder: Folder,
): Promise<void> {
  const wanted = readDocumentId(newId);
  if (!wanted) throw new Refusal(t('"{0}" is no id of a document. Write it like {1}.', newId, id));
  const owners = specsOf(folder.catalogue, key);
  const [first, ...others] = owners;
  const second = others.find((uri) => !areEditions(first!, uri));
  if (second !== undefined)
    throw new Refusal(
      t(
        '{0} and {1} both have the id {2}, and which of them a mention means is not certain. Give one of them a free id by its quick fix first.',
        pathOf(first!, folder),
        pathOf(second, folder),
        id,
      ),
    );
  const newKey = documentKey(wanted);
  const taken = documentsNamed(folder.catalogue, newKey).find((uri) => !owners.includes(uri));
  if (newKey !== key && taken !== undefined)
    throw new Refusal(
      t('{0} has the id {1} already. Choose one that is free.', pathOf(taken, folder), newId),
    );
  for (const owner of owners) await checkForm(owner, newId, folder);
  for (const { at, span } of await specIdUses(key, folder)) edit.add(at, { span, newText: newId });
}

/** @throws Refusal where the template asks for another form, and the id has had it */
async function checkForm(uri: string, newId: string, folder: Folder): Promise<void> {
  const spec = (await folder.documents.find(escapedUri(uri)))?.document.spec;
  for (const { kind, placeholder } of spec?.schema.fields ?? []) {
    const pattern = kind === 'id' ? readIdPattern(placeholder) : undefined;
    if (!pattern || !spec!.model.shape.fields.some(({ value }) => fitsIdPattern(pattern, value))) continue;
    if (!fitsIdPattern(pattern, newId))
      throw new Refusal(
        t(
          '"{0}" is not in the form of the ids of the template, {1}. Write it like {2}.',
          newId,
          pattern.shown,
          pattern.example,
        ),
      );
  }
}
