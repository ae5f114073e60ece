import * as assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { closeBrowser, eventually, Workbench, type Changes } from './workbench';

const THEMES = [
  ['light', 'Default Light Modern'],
  ['dark', 'Default Dark Modern'],
  ['high-contrast', 'Default High Contrast'],
] as const;

const NOTES = `# Parcel notes

Customers call when a parcel is late. We should tell them first.

## Ideas

- Send one message when the estimate moves

## Security

Only the recipient may see the address.
`;

suite('Creating a spec', () => {
  let workbench: Workbench;

  teardown(() => workbench.close());
  suiteTeardown(closeBrowser);

  const begin = async (file: string, changes?: Changes) => {
    workbench = await Workbench.open(file, changes);
    return workbench;
  };
  const saved = (file: string) => readFileSync(join(workbench.folder, file), 'utf8');
  const preview = () => workbench.page.locator('.tab', { hasText: 'Template Preview' });
  const input = () => workbench.page.locator('.quick-input-widget:visible input[type="text"]');
  const step = (text: string) => workbench.page.locator('.quick-input-title', { hasText: text }).waitFor();

  for (const [name, theme] of THEMES) {
    test(`each template is shown while one moves through the list (${name})`, async () => {
      const { page } = await begin('README.md', {
        settings: { 'workbench.colorTheme': theme },
        files: {
          '.specwright/templates/decision.md':
            '---\nspecwright:\n  name: Decision record\n  description: One decision, and why.\n---\n\n# [Decision]\n\n## Question\n\n[What has to be decided.]\n',
        },
      });
      const before = await page.locator('.tab').count();
      await workbench.run('Specwright: Insert Spec Template');
      await workbench.pickItem('Decision record').waitFor();
      await page.locator('.view-line', { hasText: 'What has to be decided' }).first().waitFor();
      await page.keyboard.press('ArrowDown');
      await page.locator('.view-line', { hasText: 'Executive Summary' }).first().waitFor();
      await workbench.screenshot(`create-preview-${name}`);
      await page.keyboard.press('Escape');
      await preview().waitFor({ state: 'detached' });
      await eventually(
        'the editors to be as they were',
        async () => (await page.locator('.tab').count()) === before,
      );
      assert.equal(await page.locator('.editor-group-container').count(), 1);
      await page.locator('.tab.active', { hasText: 'README.md' }).waitFor();
    });
  }

  test('a new spec: template, title, place, and back', async () => {
    const { page } = await begin('specs/payments-service.md', { files: { 'specs/TS.md': SERVICE } });
    await workbench.ready();
    await workbench.run('Specwright: New Spec...');
    await step('1/3');
    await workbench.pickItem('Service specification').waitFor();
    await page.keyboard.type('Service spec');
    await page.locator('.view-line', { hasText: 'Document Info' }).first().waitFor();
    await workbench.screenshot('create-new-spec-template');
    await page.keyboard.press('Enter');
    await step('2/3');
    await preview().waitFor({ state: 'detached' });
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-message', { hasText: 'A spec needs a title' }).waitFor();
    await input().fill('Parcel Tracking & Co');
    await workbench.screenshot('create-new-spec-title');
    await page.keyboard.press('Enter');
    await step('3/3');
    await workbench.screenshot('create-new-spec-place');
    await page.locator('.quick-input-titlebar .codicon-quick-input-back').click();
    await step('2/3');
    assert.equal(await input().inputValue(), 'Parcel Tracking & Co');
    await page.keyboard.press('Enter');
    await step('3/3');
    await input().fill('specs/TS.md');
    await page.locator('.quick-input-message', { hasText: 'There is a file' }).waitFor();
    await workbench.screenshot('create-new-spec-taken');
    await input().fill('specs/deep/parcel-tracking');
    await page.keyboard.press('Enter');
    const path = 'specs/deep/parcel-tracking.md';
    await page.locator('.tab.active', { hasText: 'parcel-tracking.md' }).waitFor();
    await eventually(
      'the file',
      () => existsSync(join(workbench.folder, path)) && saved(path).includes('TS-'),
    );
    assert.match(saved(path), /^# Parcel Tracking & Co - Technical Specification$/m);
    assert.match(saved(path), /\| \*\*Spec ID\*\* \| TS-\d{4}-\d{3} \|/);
    assert.match(saved(path), /\| \*\*Date\*\* \| \d{4}-\d\d-\d\d \|/);
    await workbench.screenshot('create-new-spec');
    // The first thing that is left to say is selected, and the next is a tab away.
    await page.keyboard.type('Ada');
    await page.keyboard.press('Tab');
    await eventually('the answer', async () => /Ada/.test(await workbench.visibleText()));
    await workbench.screenshot('create-new-spec-answered');
  });

  test('what is typed between two questions does not go into the document', async () => {
    const { page } = await begin('specs/payments-service.md');
    await workbench.ready();
    const before = await workbench.visibleText();
    await workbench.run('Specwright: New Spec...');
    await workbench.pickItem('System specification').waitFor();
    await preview().waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('Parcel Tracking', { delay: 20 });
    await step('2/3');
    await preview().waitFor({ state: 'detached' });
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await input().waitFor({ state: 'hidden' });
    assert.equal(await workbench.visibleText(), before);
  });

  test('a template around notes keeps them', async () => {
    const { page } = await begin('specs/notes.md', { files: { 'specs/notes.md': NOTES } });
    await workbench.run('Specwright: Insert Spec Template');
    await workbench.pickItem('System specification').waitFor();
    await workbench.screenshot('create-adopt-list');
    await workbench.pickItem('System specification').click();
    await preview().waitFor({ state: 'detached' });
    await page.locator('.view-line', { hasText: 'Executive Summary' }).first().waitFor();
    await workbench.screenshot('create-adopted');
    await eventually('the file to be saved', async () => {
      await page.keyboard.press('Control+s');
      return saved('specs/notes.md') !== NOTES;
    });
    const lines = saved('specs/notes.md').split('\n');
    assert.deepEqual(
      NOTES.split('\n').filter((line) => !lines.includes(line)),
      [],
    );
    assert.ok(lines.indexOf('## Security') < lines.indexOf('## Performance'));
  });

  test('a spec of another template is not changed without a question', async () => {
    const { page } = await begin('specs/url-shortener.md');
    await workbench.ready();
    await workbench.run('Specwright: Insert Spec Template');
    await workbench.pickItem('Feature specification').click();
    const dialog = page.locator('.monaco-dialog-box', { hasText: 'System specification' });
    await dialog.waitFor();
    await workbench.screenshot('create-adopt-other');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  test('a finished spec becomes a template', async () => {
    const { page } = await begin('specs/payments-service.md');
    await workbench.ready();
    await workbench.run('Specwright: Save as Template...');
    await step('1/2');
    await input().fill('Payments kind');
    await workbench.screenshot('create-save-name');
    await page.keyboard.press('Enter');
    await step('2/2');
    await workbench.screenshot('create-save-description');
    await page.keyboard.press('Enter');
    const path = '.specwright/templates/payments-kind.md';
    await eventually('the template', () => existsSync(join(workbench.folder, path)));
    await page.locator('.tab.active', { hasText: 'payments-kind.md' }).waitFor();
    await workbench.screenshot('create-saved-template');
    assert.doesNotMatch(saved(path), /Tidemarket|Ines Carvalho/);
    await workbench.run('Specwright: Insert Spec Template');
    await workbench.pickItem('Payments kind').waitFor();
    await page.keyboard.press('Escape');
  });
});

const SERVICE = `# Parcels - Technical Specification

## Document Info

| Field | Value |
|-------|-------|
| **Spec ID** | TS-2026-004 |

## System Overview
`;
