import * as assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import { closeBrowser, eventually, Workbench, type Changes } from './workbench';

const draft = 'specs/draft-parcel-notifications.md';
const finished = 'specs/url-shortener.md';

suite('Previewing a spec', () => {
  let workbench: Workbench;

  teardown(() => workbench.close());
  suiteTeardown(closeBrowser);

  const begin = async (file: string, changes?: Changes): Promise<FrameLocator> => {
    workbench = await Workbench.open(file, changes);
    if (file !== 'README.md') await workbench.ready();
    await workbench.run('Markdown: Open Preview to the Side');
    const preview = workbench.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
    await preview.locator('h1').first().waitFor();
    return preview;
  };

  for (const [name, theme] of [
    ['light', 'Default Light Modern'],
    ['dark', 'Default Dark Modern'],
    ['high-contrast', 'Default High Contrast'],
    ['high-contrast-light', 'Default High Contrast Light'],
  ] as const) {
    test(`status, progress and placeholders are shown (${name})`, async () => {
      const preview = await begin(draft, { settings: { 'workbench.colorTheme': theme } });
      await preview.locator('.specwright-summary').waitFor();
      await preview.locator('mark.specwright-placeholder').first().waitFor();
      await workbench.screenshot(`preview-${name}`);
      assert.match((await preview.locator('.specwright-summary').textContent()) ?? '', /\d+ of \d+ complete/);
      await preview.locator('mark.specwright-placeholder').nth(6).scrollIntoViewIfNeeded();
      await workbench.screenshot(`preview-placeholders-${name}`);
    });
  }

  test('it follows what is typed, and keeps its place', async () => {
    const preview = await begin(finished);
    const status = preview.locator('.specwright-status');
    await status.filter({ hasText: 'In Review' }).waitFor();
    await workbench.page.locator('.monaco-editor .view-line').first().click();
    await workbench.goTo(finished, '**Status:** In Review');
    await workbench.page.keyboard.press('Control+Backspace');
    await workbench.page.keyboard.press('Control+Backspace');
    await workbench.page.keyboard.type(' Approved');
    await status.filter({ hasText: 'Approved' }).waitFor();
    await workbench.screenshot('preview-approved');
  });

  test('a document that is no spec is shown as ever', async () => {
    const preview = await begin('README.md');
    assert.equal(await preview.locator('[class*=specwright]').count(), 0);
    await workbench.screenshot('preview-no-spec');
  });

  test('it can be switched off', async () => {
    const preview = await begin(draft, { settings: { 'specwright.preview.enable': false } });
    await eventually('the text', async () => (await preview.locator('h2').count()) > 3);
    assert.equal(await preview.locator('[class*=specwright]').count(), 0);
  });
});
