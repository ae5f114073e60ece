import * as assert from 'node:assert/strict';
import { commands, type TextDocument } from 'vscode';
import { closeAll, eventually, open, openCopy, workspaceFile } from './editor';

suite('Preview of Markdown', () => {
  teardown(closeAll);

  const render = (what: TextDocument | string): Thenable<string> =>
    commands.executeCommand<string>('markdown.api.render', what);

  test('a spec has its status, its progress and its placeholders marked', async () => {
    const { document } = await openCopy('draft-parcel-notifications.md');
    const html = await eventually('the status above the text', async () => {
      const rendered = await render(document);
      return rendered.includes('specwright-summary') ? rendered : undefined;
    });
    // Another plugin may have something above it: that of VS Code for the web has.
    assert.match(html, /<div class="specwright-summary"[^]*?\d+ of \d+ complete[^]*?<h1/);
    assert.match(html, /<mark class="specwright-placeholder" title="[^"]+">\[Name\/Team\]<\/mark>/);
    assert.equal((await render(document.getText())).includes('specwright'), false);
  });

  test('a document that is no spec has nothing of ours', async () => {
    const { document } = await open(workspaceFile('README.md'));
    assert.equal((await render(document)).includes('specwright-'), false);
  });
});
