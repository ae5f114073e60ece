import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { closeBrowser, eventually, Workbench, type Changes } from './workbench';

const withoutSecurity = (text: string) => text.replace(/^## Security\n[^]*?(?=^## )/m, '');

suite('Authoring a spec', () => {
  let workbench: Workbench;

  teardown(() => workbench.close());
  suiteTeardown(closeBrowser);

  const begin = async (file: string, changes?: Changes) => {
    workbench = await Workbench.open(file, changes);
    return workbench;
  };
  const saved = (file: string) => readFileSync(join(workbench.folder, file), 'utf8');

  test('a heading that is begun is completed with its section', async () => {
    const { page } = await begin('specs/url-shortener.md', { change: withoutSecurity });
    await workbench.ready();
    await workbench.goTo('specs/url-shortener.md', '\n## Deployment');
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.type('## Sec');
    const entry = page.locator('.suggest-widget .monaco-list-row', { hasText: 'Security' }).first();
    await entry.waitFor();
    await workbench.screenshot('completion');
    await page.keyboard.press('Enter');
    await entry.waitFor({ state: 'hidden' });
    await workbench.screenshot('completion-applied');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+s');
    await eventually('the file to be saved', () => /^## Security$/m.test(saved('specs/url-shortener.md')));
  });

  test('a requirement that is renamed is renamed in the other file too', async () => {
    const { page } = await begin('specs/price-list-import.md', {
      files: { 'specs/notes.md': '# Notes\n\nThe limit of FR-1 is under discussion.\n' },
      settings: { 'files.refactoring.autoSave': true },
    });
    await workbench.ready();
    await workbench.goTo('specs/price-list-import.md', 'FR-1');
    await page.keyboard.press('F2');
    const box = page.locator('.rename-box input');
    await box.waitFor();
    await box.fill('FR-31');
    await workbench.screenshot('rename');
    await page.keyboard.press('Enter');
    await eventually('both files to be saved', () =>
      ['price-list-import', 'notes'].every((name) => /\bFR-31\b/.test(saved(`specs/${name}.md`))),
    );
    assert.doesNotMatch(saved('specs/price-list-import.md'), /\bFR-1\b/);
    await workbench.screenshot('renamed');
  });

  test('a spec is converted to another template and loses nothing', async () => {
    const { page } = await begin('specs/url-shortener.md');
    await workbench.ready();
    await workbench.run('Specwright: Convert to Another Template...');
    await page.locator('.action-widget .monaco-list-row', { hasText: 'Feature' }).first().waitFor();
    await workbench.screenshot('convert');
    await workbench.chooseFix(/Feature/);
    await page.locator('.action-widget').waitFor({ state: 'hidden' });
    const linesOf = (text: string) => text.split('\n').map((line) => line.trim());
    const before = saved('specs/url-shortener.md');
    await eventually('the file to be saved', async () => {
      await page.keyboard.press('Control+s');
      return saved('specs/url-shortener.md') !== before;
    });
    await page.keyboard.press('Control+Home');
    await workbench.screenshot('converted');
    const lines = new Set(linesOf(saved('specs/url-shortener.md')));
    const lost = linesOf(before).filter((line) => !/^#|^$/.test(line) && !lines.has(line));
    assert.deepEqual(lost, []);
  });

  test('the code lens adds another phase', async () => {
    const { page } = await begin('specs/price-list-import.md', {
      settings: { 'specwright.codeLens.enable': true },
    });
    await workbench.ready();
    await workbench.goTo('specs/price-list-import.md', 'FR-8');
    await page
      .locator('.codelens-decoration a', { hasText: /\d references?/ })
      .first()
      .waitFor();
    await workbench.screenshot('code-lens-references');
    await workbench.goTo('specs/price-list-import.md', '\n### Phase 2');
    const lens = page.locator('.codelens-decoration a', { hasText: /Add another Phase/ }).first();
    await lens.waitFor();
    await workbench.screenshot('code-lens');
    await lens.click();
    await eventually('another phase', async () => {
      await page.keyboard.press('Control+s');
      return /^### Phase 3/m.test(saved('specs/price-list-import.md'));
    });
    await workbench.screenshot('code-lens-applied');
  });

  for (const [name, theme] of [
    ['light', 'Default Light Modern'],
    ['dark', 'Default Dark Modern'],
    ['high-contrast', 'Default High Contrast'],
  ] as const) {
    test(`placeholders, ids and choices have colours of their own (${name})`, async () => {
      const { page } = await begin('specs/draft-parcel-notifications.md', {
        settings: { 'workbench.colorTheme': theme },
      });
      await workbench.ready();
      await workbench.goTo('specs/draft-parcel-notifications.md', '**Status:**');
      await page.keyboard.press('Control+k');
      await page.keyboard.press('Control+i');
      await page.locator('.monaco-hover:visible').first().waitFor();
      await workbench.screenshot(`colours-${name}`);
    });
  }
});
