import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { closeBrowser, eventually, Workbench } from './workbench';

suite('Checking a spec', () => {
  let workbench: Workbench;

  setup(async () => {
    workbench = await Workbench.open('specs/url-shortener.md', {
      change: (text) => text.replace(/^## Security\n[^]*?(?=^## )/m, ''),
    });
  });
  teardown(() => workbench.close());
  suiteTeardown(closeBrowser);

  test('a missing section is underlined, explained on hover, and put in by a quick fix', async () => {
    const { page } = workbench;
    await workbench.goToProblem(/Security/);
    await workbench.squiggle('warning').waitFor();
    await workbench.screenshot('squiggle');

    await page.keyboard.press('Control+k');
    await page.keyboard.press('Control+i');
    await page.locator('.monaco-hover:visible', { hasText: 'Security' }).first().waitFor();
    await workbench.screenshot('hover');
    await page.keyboard.press('Escape');

    await workbench.showFixes(/security/i);
    await workbench.screenshot('quick-fixes');
    await workbench.chooseFix(/security/i);
    await page
      .locator('.markers-panel .monaco-list-row', { hasText: /Security/ })
      .first()
      .waitFor({ state: 'detached' });
    await workbench.screenshot('quick-fix-applied');
    await page.keyboard.press('Control+s');
    await eventually('the file to be saved', () =>
      /^## Security$/m.test(readFileSync(join(workbench.folder, 'specs/url-shortener.md'), 'utf8')),
    );
  });

  test('the language status names the template and counts the problems', async () => {
    const { page } = workbench;
    await page.locator('#status\\.languageStatus').click();
    const status = page.locator('.hover-language-status', { hasText: 'System specification' }).first();
    await status.waitFor();
    assert.match((await status.textContent()) ?? '', /\d+ (error|warning|note)/);
    await workbench.screenshot('language-status');
  });
});

suite('Approving a spec', () => {
  teardown(() => workbench.close());
  suiteTeardown(closeBrowser);
  let workbench: Workbench;

  test('that still leaves something open shows where, from one problem at its status', async () => {
    workbench = await Workbench.open('specs/url-shortener.md', {
      change: (text) =>
        text
          .replace('**Status:** In Review', '**Status:** Approved')
          .replace(/^(## Executive Summary\n\n)/m, '$1TODO: the costs.\n\n')
          .replace(/^(## Background\n)/m, '<!-- specwright-disable-next-line date-invalid -->\n$1'),
    });
    const { page } = workbench;
    await workbench.goToProblem(/open point/);
    await page.locator('.markers-panel .monaco-list-row', { hasText: /TODO/ }).first().waitFor();
    await workbench.squiggle('error').waitFor();
    await workbench.screenshot('status-gate');
  });
});
