import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { closeBrowser, eventually, Workbench, type Changes } from './workbench';

const spec = 'specs/url-shortener.md';

suite('The language status', () => {
  let workbench: Workbench;

  teardown(() => workbench.close());
  suiteTeardown(closeBrowser);

  const begin = async (file: string, changes?: Changes) => {
    workbench = await Workbench.open(file, changes);
    return workbench;
  };
  /** Opens what the status bar has on the language, and waits for what it says. */
  const status = async (text: string | RegExp) => {
    await workbench.page.locator('#status\\.languageStatus').click();
    const item = workbench.page.locator('.hover-language-status', { hasText: text }).first();
    await item.waitFor();
    return item;
  };

  for (const [name, theme] of [
    ['light', 'Default Light Modern'],
    ['dark', 'Default Dark Modern'],
    ['high-contrast', 'Default High Contrast'],
  ] as const) {
    test(`says the template, the progress and the problems (${name})`, async () => {
      await begin(spec, { settings: { 'workbench.colorTheme': theme } });
      const item = await status('System specification');
      assert.match((await item.textContent()) ?? '', /\d+ of \d+ complete/);
      await workbench.screenshot(`status-${name}`);
    });
  }

  test('leads to the choice of the template, which is one undo', async () => {
    const { page } = await begin(spec);
    const item = await status('System specification');
    await item.getByText('Choose Template').click();
    await workbench.pickItem('Detect from Headings').waitFor();
    await workbench.pickItem('Feature specification').waitFor();
    await workbench.screenshot('status-choose-template');
    const before = readFileSync(join(workbench.folder, spec), 'utf8');
    await workbench.pickItem('Feature specification').click();
    await status('Feature specification');
    await workbench.screenshot('status-chosen-template');
    await page.keyboard.press('Escape');
    const saved = async () => {
      await page.keyboard.press('Control+s');
      return readFileSync(join(workbench.folder, spec), 'utf8');
    };
    await page.locator('.monaco-editor .view-line').first().click();
    await eventually('the file to be saved', async () => (await saved()) !== before);
    assert.equal(await saved(), `<!-- specwright-template feature -->\n\n${before}`);
    await page.keyboard.press('Control+z');
    await eventually('the file as it was', async () => (await saved()) === before);
  });

  test('says that a document follows no template, and offers to choose one', async () => {
    await begin('README.md');
    const item = await status('No spec template');
    await workbench.screenshot('status-no-template');
    await item.getByText('Choose Template').click();
    await workbench.pickItem('Insert Spec Template').waitFor();
    await workbench.screenshot('status-choose-first');
  });

  test('says that Specwright is off', async () => {
    await begin(spec, { settings: { 'specwright.enable': false } });
    await status('Specwright is off');
    await workbench.screenshot('status-off');
  });
});
