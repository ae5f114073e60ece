import * as assert from 'node:assert/strict';
import { commands, extensions } from 'vscode';
import {
  closeAll,
  extensionId,
  open,
  openCopy,
  problem,
  problems,
  sectionRange,
  workspaceFile,
} from './editor';

suite('Activation', () => {
  teardown(closeAll);

  test('opening a Markdown file activates the extension', async () => {
    await open(workspaceFile('README.md'));
    const extension = extensions.getExtension(extensionId);
    assert.ok(extension, 'the extension is installed');
    await extension.activate();
    assert.ok(extension.isActive);
  });

  test('every command of the manifest exists', async () => {
    const manifest = extensions.getExtension(extensionId)?.packageJSON as Manifest;
    const promised = manifest.contributes.commands.map(({ command }) => command);
    const registered = new Set(await commands.getCommands(true));
    assert.deepEqual(
      promised.filter((command) => !registered.has(command)),
      [],
    );
  });

  test('the server can be restarted', async () => {
    const { document, edit } = await openCopy('url-shortener.md');
    await edit((change) => change.delete(sectionRange(document, 'Security')));
    await problem(document, 'missing-section', 'Security');
    await commands.executeCommand('specwright.restartServer');
    await problem(document, 'missing-section', 'Security');
    assert.ok(problems(document).length > 0);
  });
});

interface Manifest {
  contributes: { commands: { command: string }[] };
}
