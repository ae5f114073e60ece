import * as assert from 'node:assert/strict';
import { closeBrowser, Workbench } from './workbench';

suite('In a German editor', () => {
  let workbench: Workbench;

  setup(async () => {
    workbench = await Workbench.open('specs/url-shortener.md', {
      change: (text) => text.replace(/^## Security\n[^]*?(?=^## )/m, ''),
      language: 'de',
    });
  });
  teardown(() => workbench.close());
  suiteTeardown(closeBrowser);

  test('problems, hovers and fixes are in German, and what a fix writes is not', async () => {
    const { page } = workbench;
    await workbench.goToProblem(/Der Abschnitt „Security“ fehlt/);
    await workbench.squiggle('warning').waitFor();
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Control+i');
    await page.locator('.monaco-hover:visible', { hasText: 'verlangt ihn' }).first().waitFor();
    await workbench.screenshot('german-problem');
    await page.keyboard.press('Escape');

    await workbench.showFixes('Abschnitt „Security“ einfügen');
    await workbench.screenshot('german-quick-fixes');
    await workbench.chooseFix('Abschnitt „Security“ einfügen');
    await page
      .locator('.markers-panel .monaco-list-row', { hasText: /„Security“ fehlt/ })
      .first()
      .waitFor({ state: 'detached' });
    assert.match(await workbench.visibleText(), /^## Security$/m);
  });

  test('commands, templates and settings are in German', async () => {
    const { page } = workbench;
    await workbench.ready();
    const input = page.locator('.quick-input-widget input[type="text"]');
    await page.keyboard.press('F1');
    await input.waitFor();
    await input.fill('>Specwright: Abschnitt');
    await workbench.pickItem('Abschnitt tiefer stufen').waitFor();
    await workbench.screenshot('german-commands');
    await page.keyboard.press('Escape');

    await workbench.run('Specwright: Spec-Vorlage einfügen');
    await workbench.pickItem('Ein ganzes System').waitFor();
    await workbench.screenshot('german-templates');
    await page.keyboard.press('Escape');

    await workbench.run('Preferences: Open Settings (UI)');
    await page
      .locator('.settings-editor .suggest-input-container textarea, .settings-editor .native-edit-context')
      .first()
      .waitFor();
    await page.keyboard.type('@id:specwright.enable');
    await page
      .locator('.settings-editor', { hasText: 'Markdown-Dateien prüfen, die einer Spec-Vorlage folgen' })
      .first()
      .waitFor();
    await workbench.screenshot('german-settings');
  });
});
