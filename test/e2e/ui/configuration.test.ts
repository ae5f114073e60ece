import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { closeBrowser, eventually, Workbench } from './workbench';

const THEMES = [
  ['light', 'Default Light Modern'],
  ['dark', 'Default Dark Modern'],
  ['high-contrast', 'Default High Contrast'],
] as const;

const begun = `// What this project wants of its specs
{
  "ignore": ["archive"],
  "rules": {
    "placeholder": "hint",
    "no-such-rule": "off",
  },
}
`;

suite('Configuration', () => {
  let workbench: Workbench;

  teardown(() => workbench.close());
  suiteTeardown(closeBrowser);

  for (const [name, theme] of THEMES) {
    test(`the configuration file completes a rule (${name})`, async () => {
      workbench = await Workbench.open('.specwright.json', {
        files: { '.specwright.json': begun },
        settings: { 'workbench.colorTheme': theme },
      });
      const { page } = workbench;
      await workbench.squiggle('warning').waitFor();
      await workbench.goTo('.specwright.json', '"placeholder": "hint",');
      await page.keyboard.press('Enter');
      await page.keyboard.type('"re');
      const entry = page.locator('.suggest-widget .monaco-list-row', { hasText: 'requirement-id' }).first();
      await entry.waitFor();
      await page.keyboard.press('Control+Space'); // what there is to read about it
      await workbench.screenshot(`configuration-file-${name}`);
      await page.keyboard.type('quirement-id');
      await page.locator('.suggest-widget .monaco-list-row.focused', { hasText: 'requirement-id' }).waitFor();
      await page.keyboard.press('Enter');
      await entry.waitFor({ state: 'hidden' });
      await page.keyboard.press('Control+s');
      await eventually('the file to be saved', () =>
        readFileSync(join(workbench.folder, '.specwright.json'), 'utf8').includes('"requirement-id": '),
      );
    });

    test(`the settings are grouped and described (${name})`, async () => {
      workbench = await Workbench.open('specs/url-shortener.md', {
        settings: { 'workbench.colorTheme': theme },
      });
      const { page } = workbench;
      await workbench.ready();
      await workbench.run('Preferences: Open Settings (UI)');
      const search = page.locator('.settings-editor .suggest-input-container .inputarea');
      await search.waitFor();
      await page.keyboard.type('@ext:specwright.specwright '); // the space ends the list of filters
      await page.locator('.setting-item-contents', { hasText: 'Ignore' }).first().waitFor();
      await workbench.screenshot(`settings-${name}`);
      await page.locator('.settings-toc-container .monaco-list-row', { hasText: 'Rules' }).click();
      await page.locator('.setting-item-contents', { hasText: 'severity of single rules' }).first().waitFor();
      await workbench.screenshot(`settings-rules-${name}`);
    });
  }
});
