// Which documents are checked: those that a person edits, wherever they are, and no others.
import * as assert from 'node:assert/strict';
import {
  commands,
  ConfigurationTarget,
  extensions,
  NotebookCellData,
  NotebookCellKind,
  NotebookData,
  window,
  workspace,
  type TextDocument,
} from 'vscode';
import { closeAll, openCopy, problem, problems, quickFix, workspaceFile } from './editor';

const withoutSecurity = (text: string) => text.replace(/^## Security\n[^]*?(?=^## )/mu, '');

async function spec(): Promise<string> {
  const bytes = await workspace.fs.readFile(workspaceFile('specs/url-shortener.md'));
  return withoutSecurity(new TextDecoder().decode(bytes));
}

/** A spec that was opened last has been reported on: so has every document before it that is served at all. */
async function untilAllAreChecked(): Promise<void> {
  const { document } = await openCopy('url-shortener.md', withoutSecurity);
  await problem(document, 'missing-section', 'Security');
}

/** Of a document that is a spec with problems by its text. */
async function isLeftAlone(document: TextDocument): Promise<void> {
  assert.equal(document.languageId, 'markdown');
  assert.match(document.getText(), /^## Testing Strategy$/mu);
  await untilAllAreChecked();
  assert.deepEqual(problems(document), []);
}

suite('Documents', () => {
  suiteSetup(() => extensions.getExtension('vscode.markdown-language-features')?.activate());
  teardown(async () => {
    await closeAll();
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

  test('an untitled document is checked and mended', async () => {
    const document = await workspace.openTextDocument({ language: 'markdown', content: await spec() });
    await window.showTextDocument(document);
    const missing = await problem(document, 'missing-section', 'Security');
    const fix = await quickFix(document, missing, /security/iu);
    assert.ok(fix.edit && (await workspace.applyEdit(fix.edit)));
    assert.match(document.getText(), /^## Security$/mu);
  });

  test('of a diff, the version that can be edited is checked, and the old one is left alone', async () => {
    const content = await spec();
    const scheme = 'old-version'; // as git's own, which is not there in every host
    const provider = workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: () => content,
    });
    try {
      const { document } = await openCopy('url-shortener.md', withoutSecurity);
      const old = document.uri.with({ scheme });
      await commands.executeCommand('vscode.diff', old, document.uri, 'Old and new');
      await problem(document, 'missing-section', 'Security');
      await isLeftAlone(await workspace.openTextDocument(old));
    } finally {
      provider.dispose();
    }
  });

  test('the Markdown cells of a notebook are left alone', async () => {
    const cell = new NotebookCellData(NotebookCellKind.Markup, await spec(), 'markdown');
    const notebook = await workspace.openNotebookDocument('jupyter-notebook', new NotebookData([cell]));
    await isLeftAlone(notebook.cellAt(0).document);
  });

  test('a read-only file is checked, and no command changes it', async () => {
    const files = workspace.getConfiguration('files');
    await files.update('readonlyInclude', { '**/copies/**': true }, ConfigurationTarget.Workspace);
    try {
      const { document, edit } = await openCopy('url-shortener.md', withoutSecurity);
      await problem(document, 'missing-section', 'Security');
      const before = document.getText();
      await edit((change) => change.insert(document.positionAt(0), 'x')).then(undefined, () => false);
      assert.equal(document.getText(), before, 'the file is read-only');
      await commands.executeCommand('specwright.moveSectionDown');
      await untilAllAreChecked();
      assert.equal(document.getText(), before);
      assert.equal(document.isDirty, false);
    } finally {
      await files.update('readonlyInclude', undefined, ConfigurationTarget.Workspace);
    }
  });
});
