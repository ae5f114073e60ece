import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { definitionsOf } from '../../../server/src/features/navigation/definitions';
import { Refusal, type Folder } from '../../../server/src/features/navigation/folder';
import { referencesOf, usesInDocument } from '../../../server/src/features/navigation/references';
import { renamableAt, rename } from '../../../server/src/features/navigation/rename';
import { symbolAt } from '../../../server/src/features/navigation/symbol-at';
import { withEol } from '../../../server/src/text/line';
import { FolderDocuments } from '../../../server/src/workspace/folder-documents';
import { WorkspaceIndex } from '../../../server/src/workspace/index/workspace-index';
import { OpenDocument } from '../../../server/src/workspace/open-document';
import { BUILTINS, choiceOf, schemaOf, WORKSPACE } from '../../support/check-text';
import { memoryHost } from '../../support/host';
import { readNavigationFixture, type NavigationExample } from '../../support/navigation-fixture';

for (const file of readdirSync(import.meta.dirname).filter((name) => name.endsWith('.md'))) {
  describe(path.basename(file, '.md'), () => {
    const examples = readNavigationFixture(readFileSync(path.join(import.meta.dirname, file), 'utf8'));
    for (const example of examples) {
      test(example.name, () => check(example, '\n', false));
      test(`${example.name}, all open, with CRLF`, () => check(example, '\r\n', true));
    }
  });
}

async function check(example: NavigationExample, eol: string, allOpen: boolean): Promise<void> {
  const { definition, references, renames, refusals, isNothing } = example;
  const { document, folder } = await open(example, eol, allOpen);
  const offset = withEol(example.files[example.path]!.slice(0, example.offset), eol).length;
  const symbol = symbolAt(document, offset, folder);
  if (isNothing) {
    const found = symbol && (await definitionsOf(document, symbol, folder));
    expect(found ?? []).toEqual([]);
    expect(symbol && (await renamableAt(document, symbol, folder))).toBeUndefined();
    return;
  }
  expect(symbol, 'what stands at the cursor').toBeDefined();
  const place = (of: OpenDocument, start: number, end: number) =>
    `${of.uri.slice(WORKSPACE.length + 1)}:${of.lines.positionAt(start).line + 1} ${of.content.slice(start, end)}`;
  if (definition) {
    const found = await definitionsOf(document, symbol!, folder);
    const places = found.map(({ uri, in: inside }) =>
      inside
        ? place(inside.at.document, inside.span.start, inside.span.end)
        : uri.slice(WORKSPACE.length + 1),
    );
    expect(places.sort()).toEqual([...definition].sort());
  }
  if (references) {
    const found = await referencesOf(document, symbol!, folder);
    const places = found.map(
      ({ at, span, isDefinition }) =>
        place(at.document, span.start, span.end) + (isDefinition ? ', defines' : ''),
    );
    expect(places.sort()).toEqual([...references].sort());
    const here = usesInDocument(document, symbol!, folder).map(
      ({ span, isDefinition }) => place(document, span.start, span.end) + (isDefinition ? ', defines' : ''),
    );
    expect(here.sort()).toEqual(places.filter((each) => each.startsWith(`${example.path}:`)));
  }
  for (const { to, files } of renames) {
    const edit = (await rename(document, symbol!, to, folder))!;
    const changed = edit.documents.map(({ at }): [string, string] => [
      at.document.uri.slice(WORKSPACE.length + 1),
      edit.textOf(at),
    ]);
    const expected = Object.entries(files).map(([name, text]): [string, string] => [
      name,
      withEol(text, eol),
    ]);
    expect(Object.fromEntries(changed)).toEqual(Object.fromEntries(expected));
  }
  for (const { to, why } of refusals) {
    const refused = await rename(document, symbol!, to, folder).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Refusal);
    expect((refused as Refusal).message).toBe(why);
  }
}

async function open(
  { files, path: own, template }: NavigationExample,
  eol: string,
  allOpen: boolean,
): Promise<{ document: OpenDocument; folder: Folder }> {
  const schemas = template === undefined ? BUILTINS : [schemaOf(template), ...BUILTINS];
  const texts = Object.entries(files).map(([name, text]): [string, string] => [
    `${WORKSPACE}/${name}`,
    withEol(text, eol),
  ]);
  const host = memoryHost(Object.fromEntries(texts));
  const choose = () => choiceOf({ schemas });
  const index = new WorkspaceIndex({ root: WORKSPACE, host, choose });
  await index.build();
  const documents = texts
    .filter(([uri]) => allOpen || uri === `${WORKSPACE}/${own}`)
    .map(([uri, text]) => new OpenDocument(uri, text, choose()));
  for (const document of documents) index.update(document);
  const folder: Folder = {
    catalogue: index.snapshot.catalogue,
    documents: new FolderDocuments({
      root: WORKSPACE,
      isListed: true,
      files: host.files,
      open: () => documents,
      choose,
      counts: (uri) => index.counts(uri),
      isCancelled: () => false,
    }),
  };
  return { document: documents.find(({ uri }) => uri === `${WORKSPACE}/${own}`)!, folder };
}
