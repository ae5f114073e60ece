// Takes the pictures of the README and the user guide, for `npm run pictures`. They show what there is: nothing is staged.
import { join } from 'node:path';
import { closeBrowser, Workbench, type Changes } from './workbench';

/** Where to put them; without it, none are taken. */
const folder = process.env['SPECWRIGHT_PICTURES'];

const WINDOW = { width: 1200, height: 720 };

const SETTINGS = {
  'workbench.colorTheme': 'Default Dark Modern',
  'workbench.layoutControl.enabled': false,
  'window.commandCenter': false,
  'window.menuBarVisibility': 'hidden',
  'breadcrumbs.enabled': false,
  'editor.minimap.enabled': false,
  'editor.wordWrap': 'on',
  'specwright.author': 'Ada Byron',
  'files.exclude': { '.vscode': true, 'empty.md': true, 'README.md': true },
};

if (folder) {
  suite('Pictures of the README', () => {
    let workbench: Workbench;

    teardown(() => workbench.close());
    suiteTeardown(closeBrowser);

    const begin = async (file: string, changes: Changes = {}) => {
      workbench = await Workbench.open(file, { settings: SETTINGS, ...changes });
      await workbench.page.setViewportSize(WINDOW);
      return workbench.page;
    };
    const take = async (name: string) => {
      await workbench.page.waitForTimeout(700); // for animations to end
      await workbench.page.screenshot({ path: join(folder, `docs-${name}.png`) });
    };
    const treeRow = (text: string | RegExp) =>
      workbench.page.locator('.pane-body .monaco-list-row', { hasText: text }).first();

    test('the overview', async () => {
      await begin('specs/draft-parcel-notifications.md');
      await workbench.ready();
      await workbench.run('Specwright: Focus on Spec Outline View');
      await treeRow('Data Protection').waitFor();
      await treeRow(/Webhook Dispatcher.*\d+ of \d+/).waitFor();
      await workbench.goTo('specs/draft-parcel-notifications.md', '## Executive Summary');
      await take('overview');
    });

    test('the list of templates', async () => {
      const page = await begin('empty.md');
      await page.keyboard.press('Control+b');
      await workbench.run('Specwright: Insert Spec Template');
      await workbench.pickItem('System specification').waitFor();
      await page.keyboard.press('ArrowDown');
      await page.locator('.view-line', { hasText: 'Technical Specification' }).first().waitFor();
      await take('templates');
    });

    test('a quick fix', async () => {
      const page = await begin('specs/url-shortener.md', {
        settings: SETTINGS,
        change: (text) => text.replace(/^## Security\n[^]*?(?=^## )/m, ''),
      });
      await workbench.ready();
      await page.keyboard.press('Control+b');
      await workbench.goToProblem(/Security/);
      await workbench.squiggle('warning').waitFor();
      await workbench.showFixes(/security/i);
      await take('quick-fix');
    });

    test('all specs of a workspace', async () => {
      await begin('specs/price-list-import.md');
      await workbench.ready();
      await workbench.run('Specwright: Focus on Specs View');
      await treeRow(/Webhook Dispatcher.*\d+ of \d+/).waitFor();
      await take('specs');
    });

    test('the preview', async () => {
      const page = await begin('specs/draft-parcel-notifications.md');
      await workbench.ready();
      await page.keyboard.press('Control+b');
      await workbench.run('Markdown: Open Preview to the Side');
      await page
        .frameLocator('iframe.webview.ready')
        .frameLocator('iframe')
        .locator('progress')
        .first()
        .waitFor();
      await take('preview');
    });
  });
}
