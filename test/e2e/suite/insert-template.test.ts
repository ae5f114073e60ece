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

  test('keeps the text of a document that has some, and is undone at once', async () => {
    const text = 'Parcels get lost.\n\n## Security\n\nNone yet.\n';
    const notes = await untitled('markdown', text);
    await commands.executeCommand('specwright.insertTemplate', 'system');
    await eventually('the template', () => notes.getText().includes('## Executive Summary') || undefined);
    const lines = notes.getText().split('\n');
    for (const line of text.split('\n')) assert.ok(lines.includes(line), line);
    assert.equal(lines.filter((line) => line === '## Security').length, 1);
    assert.equal(window.activeTextEditor?.document, notes);
    assert.ok(!window.activeTextEditor.selection.isEmpty, 'the first blank is selected');
    await commands.executeCommand('undo');
    assert.equal(notes.getText(), text);
  });

  test('has nothing to insert a second time', async () => {
    const spec = await untitled('markdown', 'Parcels get lost.\n');
    await commands.executeCommand('specwright.insertTemplate', 'agent');
    const text = await eventually('the template', () =>
      spec.getText().includes('## Overview') ? spec.getText() : undefined,
    );
    await commands.executeCommand('specwright.insertTemplate', 'agent');
    assert.equal(spec.getText(), text);
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
