import * as assert from 'node:assert/strict';
import { closeBrowser, Workbench } from './workbench';

const withoutSecurity = (text: string) => text.replace(/^## Security\n[^]*?(?=^## )/m, '');

suite('Where Specwright runs', () => {
  let workbench: Workbench;

  teardown(() => workbench.close());
  suiteTeardown(closeBrowser);

  test('a workspace that is not trusted is checked all the same', async () => {
    workbench = await Workbench.open('specs/url-shortener.md', { change: withoutSecurity, restricted: true });
    const { page } = workbench;
    await page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
    await workbench.goToProblem(/Security/);
    await workbench.squiggle('warning').waitFor();
    await workbench.screenshot('restricted-mode');
  });

  test('a read-only file is checked, and nothing offers to change it', async () => {
    workbench = await Workbench.open('specs/url-shortener.md', {
      change: withoutSecurity,
      settings: { 'files.readonlyInclude': { '**/*.md': true } },
    });
    const { page } = workbench;
    await workbench.goToProblem(/Security/);
    await workbench.squiggle('warning').waitFor();
    await page.keyboard.press('F1');
    const input = page.locator('.quick-input-widget input[type="text"]');
    await input.fill('>Specwright: ');
    await workbench.pickItem('Specwright: Show Log').waitFor();
    const offered = await page.locator('.quick-input-list .monaco-list-row').allTextContents();
    assert.deepEqual(
      offered.filter((text) => /Section|Revision|Format|Convert|Renumber/.test(text)),
      [],
    );
    await workbench.screenshot('read-only');
  });

  test('a window without Markdown does not start it, the first Markdown file does', async () => {
    workbench = await Workbench.open('notes.txt', { files: { 'notes.txt': 'Nothing to check.\n' } });
    const { page } = workbench;
    await workbench.run('Developer: Show Running Extensions');
    const running = page.locator('.runtime-extensions-editor .extension');
    await running.first().waitFor();
    assert.doesNotMatch((await running.allTextContents()).join('\n'), /specwright/i);
    await workbench.openFile('README.md');
    await workbench.run('Developer: Show Running Extensions');
    const own = running.filter({ hasText: 'Specwright' });
    await own.filter({ hasText: /\d+ms/ }).waitFor();
    await workbench.screenshot('running-extensions');
  });
});
