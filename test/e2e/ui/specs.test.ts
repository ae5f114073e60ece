import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { closeBrowser, Workbench, type Changes } from './workbench';

const example = (name: string) =>
  readFileSync(join(process.env['SPECWRIGHT_FIXTURE'] ?? '', `specs/${name}.md`), 'utf8');

/** Specs that leave something open, beside the examples, which are finished. */
const openOnes = (): Record<string, string> => ({
  'specs/refunds.md': example('payments-service')
    .replace('# Payments Service', '# Refunds Service')
    .replace('TS-2025-014', 'TS-2025-031')
    .replaceAll('Ines Carvalho | 2025-11-12 | Resolved: for 30 days', 'Ines Carvalho | 2025-11-12 | Open')
    .replaceAll('2025-11-16 | Resolved: no, the refund waits', '2027-01-16 | Open'),
  'specs/label-printer.md': example('webhook-dispatcher')
    .replace('Webhook Dispatcher', 'Label Printer')
    .replace('**Status**: Approved', '**Status**: In Review')
    .replace('- [x] Do we need', '- [ ] Which paper do the depots hold? @maija\n- [x] Do we need')
    .replace('| 2025-11-16 | N. Haidari |', '| | |')
    .replace('| 2025-11-18 | K. Wrona |', '| | |'),
});

suite('Specs of the workspace', () => {
  let workbench: Workbench;

  teardown(() => workbench.close());
  suiteTeardown(closeBrowser);

  const tree = () =>
    workbench.page.locator('.pane', { hasText: 'Specs' }).locator('[role="tree"][aria-label="Specs"]');
  const row = (text: string | RegExp): Locator =>
    tree().locator('.monaco-list-row', { hasText: text }).first();
  /** What a screen reader is told of each line: the names in the accessibility tree, of nothing but tree items. */
  const spokenLines = async () =>
    Array.from(
      (await tree().ariaSnapshot()).matchAll(/^\s*- treeitem "((?:[^"\\]|\\.)*)"/gm),
      ([, name]) => name ?? '',
    );

  const begin = async (changes: Changes = {}, file = 'README.md') => {
    workbench = await Workbench.open(file, changes);
    const { page } = workbench;
    await page.locator('.activitybar .action-label[aria-label="Specwright"]').first().click();
    await page.locator('.pane-header', { hasText: 'Specs' }).waitFor();
    return workbench;
  };

  /** Gives the view all the room there is. */
  const only = async () => {
    const outline = workbench.page.locator('.pane-header', { hasText: 'Spec Outline' });
    if ((await outline.getAttribute('aria-expanded')) === 'true') await outline.click();
  };

  /** Opens the menu of the view. In two moves of the mouse: until it has moved, an invisible layer keeps clicks away. */
  const openMenu = async (entry: string): Promise<Locator> => {
    const { page } = workbench;
    const header = page.locator('.pane-header', { hasText: 'Specs' });
    await header.hover();
    await header.locator('.codicon-toolbar-more').click();
    const found = page.locator('.monaco-menu .action-item', { hasText: entry }).first();
    await found.waitFor();
    const box = await found.boundingBox();
    assert.ok(box);
    await page.mouse.move(box.x + 30, box.y + 4);
    await page.mouse.move(box.x + 40, box.y + box.height / 2);
    return found;
  };

  const menu = async (entry: string) => {
    const found = await openMenu(entry);
    await workbench.page.keyboard.press('Enter');
    await found.waitFor({ state: 'detached' });
  };

  /** Specs are named first, and read as a whole one after another. */
  const allRead = () => row(/Open Questions\s*4/).waitFor();

  for (const [name, theme] of [
    ['light', 'Default Light Modern'],
    ['dark', 'Default Dark Modern'],
    ['high-contrast', 'Default High Contrast'],
  ] as const) {
    test(`are listed by status, with what they leave open (${name})`, async () => {
      await begin({ files: openOnes(), settings: { 'workbench.colorTheme': theme } });
      await only();
      await allRead();
      await row('Open Questions').click();
      await row('Which paper').waitFor();
      await row('Unsigned Approvals').click();
      await row('Tech Lead').waitFor();
      await workbench.screenshot(`specs-${name}`);
    });
  }

  test('say to a screen reader what they show', async () => {
    await begin({ files: openOnes() });
    await only();
    await allRead();
    const progress = String.raw`\d+ of \d+ sections complete`;
    const problems = String.raw`(?:, \d+ (?:error|warning|note)s?)*`;
    const expected = [
      'Open Questions, 4 open questions, in all specs',
      'Unsigned Approvals, 2 unsigned approvals, in all specs',
      'Draft, 1 spec',
      `Parcel Notifications, WIP, ${progress}${problems}, 1 open question`,
      'In Review, 5 specs',
      `Class Waitlist, In Review, ${progress}, Lena Hofstetter${problems}`,
      `Label Printer, In Review, ${progress}, Joel Aaltonen${problems}, 1 open question, 2 unsigned approvals`,
      `Payments Service, In Review, ${progress}, Ines Carvalho${problems}`,
      `Refunds Service, In Review, ${progress}, Ines Carvalho${problems}, 2 open questions`,
      `Short Link Service, In Review, ${progress}, Mara Lindqvist${problems}`,
      'Approved, 2 specs',
      `Price List Import, Approved, ${progress}, Asta Brekke${problems}`,
      `Webhook Dispatcher, Approved, ${progress}, Joel Aaltonen${problems}`,
    ];
    const spoken = await spokenLines();
    assert.equal(spoken.length, expected.length);
    expected.forEach((line, at) => assert.match(spoken[at] ?? '', new RegExp(`^${line}$`)));
    const levels = await tree()
      .locator('[role="treeitem"]')
      .evaluateAll((rows) => rows.map((each) => each.getAttribute('aria-level')).join(''));
    assert.equal(levels, '1112122222122');
  });

  test('are grouped as the person likes', async () => {
    const { page } = await begin({ files: openOnes() });
    await only();
    await allRead();
    await menu('Group by Template');
    await row('Component specification').waitFor();
    await row('Component specification').hover();
    await workbench.screenshot('specs-by-template');
    await menu('Show as Flat List');
    await row('Component specification').waitFor({ state: 'detached' });
    await openMenu('✓ Show as Flat List');
    await workbench.screenshot('specs-flat');
    await page.keyboard.press('Escape');
  });

  test('lead to their documents and to what is open in them', async () => {
    const { page } = await begin({ files: openOnes() });
    await only();
    await allRead();
    const spec = row('Label Printer');
    await spec.click();
    await page.locator('.tab.active', { hasText: 'label-printer.md' }).waitFor();
    await page.keyboard.press('ArrowRight');
    // What is said of the spec under the mouse would cover the lines below.
    await page.mouse.move(1000, 500);
    await row('Which paper').waitFor();
    await page.locator('.workbench-hover').waitFor({ state: 'hidden' });
    await row('Which paper').click();
    await page.locator('.monaco-editor .view-line', { hasText: 'Which paper' }).first().waitFor();
    await spec.hover();
    await page.locator('.workbench-hover', { hasText: 'sections complete' }).first().waitFor();
    await workbench.screenshot('specs-open');
    await spec.click({ button: 'right' });
    await page.locator('.monaco-menu .action-item', { hasText: 'Copy Relative Path' }).first().waitFor();
    await workbench.screenshot('specs-menu');
    await page.keyboard.press('Escape');
  });

  test('begin with a new one', async () => {
    const { page } = await begin();
    await only();
    await row('Class Waitlist').waitFor();
    const header = page.locator('.pane-header', { hasText: 'Specs' });
    await header.hover();
    await header.locator('.action-label[aria-label^="New Spec"]').click();
    await workbench.pickItem('Component specification').waitFor();
    await workbench.screenshot('specs-new');
    await page.keyboard.press('Escape');
  });

  test('are welcomed where there are none', async () => {
    const { page } = await begin({ without: ['specs'] });
    await only();
    const welcome = page.locator('.welcome-view-content', { hasText: 'no specs in this workspace' });
    await welcome.waitFor();
    await workbench.screenshot('specs-none');
    await page.locator('.welcome-view-content .monaco-button', { hasText: 'New Spec' }).click();
    await workbench.pickItem('Component specification').waitFor();
    await page.keyboard.press('Escape');
  });

  test('are not looked for where Specwright is switched off', async () => {
    const { page } = await begin({ settings: { 'specwright.enable': false } });
    await only();
    await page.locator('.welcome-view-content', { hasText: 'switched off' }).waitFor();
    await workbench.screenshot('specs-off');
  });
});
