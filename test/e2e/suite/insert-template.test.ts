import * as assert from 'node:assert/strict';
import { commands, window, workspace, type TextDocument } from 'vscode';
import { closeAll, eventually } from './editor';

suite('Insert Spec Template', () => {
  teardown(async () => {
    await workspace.getConfiguration('specwright').update('author', undefined, true);
    await closeAll();
  });

  test('fills an empty document with the template, the author and the date', async () => {
    await workspace.getConfiguration('specwright').update('author', 'Ada Lovelace', true);
    const empty = await untitled('markdown', '');
    await commands.executeCommand('specwright.insertTemplate', 'system');
    const text = await eventually('the template', () => empty.getText() || undefined);
    assert.match(text, /^# .*\n/, 'it begins with its title');
    for (const section of ['Executive Summary', 'Security', 'Testing Strategy']) {
      assert.ok(text.split('\n').includes(`## ${section}`), `it has the section "${section}"`);
    }
    assert.match(text, /Ada Lovelace/);
    assert.ok(text.includes(today()), "it has today's date");
    assert.doesNotMatch(text, /\$\{\d|\$\d/, 'no tab stop is left as text');
    assert.equal(window.activeTextEditor?.document, empty);
    assert.ok(!window.activeTextEditor.selection.isEmpty, 'the first placeholder is selected');
  });

  test('makes an empty plain text a Markdown document', async () => {
    await untitled('plaintext', '');
    await commands.executeCommand('specwright.insertTemplate', 'system');
    const document = await eventually('the template', () => activeDocumentWithText());
    assert.equal(document.languageId, 'markdown');
  });

  test('leaves a document with text alone and opens a new one', async () => {
    const notes = await untitled('markdown', 'My notes\n');
    await commands.executeCommand('specwright.insertTemplate', 'system');
    const document = await eventually('the template', () =>
      window.activeTextEditor?.document === notes ? undefined : activeDocumentWithText(),
    );
    assert.equal(notes.getText(), 'My notes\n');
    assert.ok(document.isUntitled);
    assert.equal(document.languageId, 'markdown');
  });

  test('File > New File always opens a new document', async () => {
    const empty = await untitled('markdown', '');
    await commands.executeCommand('specwright.newSpec', 'system');
    await eventually('the template', () =>
      window.activeTextEditor?.document === empty ? undefined : activeDocumentWithText(),
    );
    assert.equal(empty.getText(), '');
  });
});

async function untitled(language: string, content: string): Promise<TextDocument> {
  const document = await workspace.openTextDocument({ language, content });
  await window.showTextDocument(document, { preview: false });
  return document;
}

function activeDocumentWithText(): TextDocument | undefined {
  const document = window.activeTextEditor?.document;
  return document?.getText() ? document : undefined;
}

/** As a person at this computer would write it. */
function today(): string {
  const now = new Date();
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
