import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { closeBrowser, eventually, Workbench, type Changes } from './workbench';

const draft = 'specs/draft-parcel-notifications.md';

suite('The spec outline', () => {
  let workbench: Workbench;

  teardown(() => workbench.close());
  suiteTeardown(closeBrowser);

  const saved = async () => {
    await workbench.page.keyboard.press('Control+s');
    return readFileSync(join(workbench.folder, draft), 'utf8');
  };
  const tree = () => workbench.page.getByRole('tree', { name: 'Spec Outline' });
  /** The row of an entry, by the beginning of what a screen reader says of it. */
  const row = (label: string): Locator =>
    tree()
      .getByRole('treeitem', { name: new RegExp(`^${label}`) })
      .first();

  /** The same, once it is to be seen: the tree holds only the rows that are. */
  async function scrolledTo(label: string): Promise<Locator> {
    let attempt = 0;
    await eventually(`"${label}"`, async () => {
      if (await row(label).isVisible()) return true;
      await tree().hover();
      await workbench.page.mouse.wheel(0, attempt++ % 12 === 11 ? -10_000 : 180);
      return false;
    });
    return row(label);
  }

  /** Opens a spec and the view beside it, with all the room that there is. */
  async function begin({ settings, ...changes }: Changes = {}): Promise<void> {
    workbench = await Workbench.open(draft, {
      ...changes,
      // Rows that stick to the top would be there twice.
      settings: { 'workbench.tree.enableStickyScroll': false, ...settings },
    });
    await workbench.ready();
    await workbench.page.getByRole('tab', { name: 'Specwright' }).click();
    await row('Executive Summary').or(row('Background')).first().waitFor();
    await workbench.page.locator('.pane-header.expanded[aria-label^="Specs"]').click();
    await workbench.page.locator('.pane-header:not(.expanded)[aria-label^="Specs"]').waitFor();
  }

  for (const [name, theme] of [
    ['light', 'Default Light Modern'],
    ['dark', 'Default Dark Modern'],
    ['high-contrast', 'Default High Contrast'],
  ] as const) {
    test(`shows what is open, and is read aloud (${name})`, async () => {
      await begin({ settings: { 'workbench.colorTheme': theme } });
      await row('Executive Summary, section, complete').waitFor();
      await row('Metadata, metadata, \\d fields? open').waitFor();
      await row('Related Work, section, 1 placeholder').waitFor();
      await workbench.screenshot(`outline-${name}`);
      const ghost = await scrolledTo('Technology Stack, missing section, level 2');
      await ghost.click({ button: 'right' });
      await workbench.page.getByRole('menuitem', { name: 'Mark as Not Applicable' }).waitFor();
      await workbench.screenshot(`outline-menu-${name}`);
    });
  }

  test('says what each entry is, how deep and whether it is open', async () => {
    await begin();
    const background = row('Background, section, ');
    await background.waitFor();
    assert.equal(await background.getAttribute('aria-level'), '1');
    assert.equal(await background.getAttribute('aria-expanded'), 'true');
    const context = row('Context, section, complete, level 3');
    assert.equal(await context.getAttribute('aria-level'), '2');
    const snapshot = await tree().ariaSnapshot();
    assert.match(snapshot, /treeitem "Parcel Notifications - Technical Specification, title, complete"/u);
    assert.match(snapshot, /treeitem "Security, section, [^"]*level 2/u);
    await workbench.page
      .locator('.pane-header .description', { hasText: /^\d+ of \d+ complete$/u })
      .waitFor();
  });

  test('a ghost is inserted by a click, and taken back in one step', async () => {
    await begin();
    const before = await saved();
    await (await scrolledTo('Technology Stack, missing section')).click();
    await row('Technology Stack, section, ').waitFor();
    await workbench.screenshot('outline-inserted');
    await workbench.page.locator('.monaco-editor.focused').waitFor();
    await eventually('the section', async () => /^## Technology Stack$/mu.test(await saved()));
    await workbench.page.keyboard.press('Escape');
    await workbench.page.keyboard.press('Control+z');
    await eventually('one step back', async () => (await saved()) === before);
  });

  test('keys that are pressed quickly all count', async () => {
    await begin();
    await row('Executive Summary, section').click();
    for (let time = 0; time < 3; time++) await workbench.page.keyboard.press('Alt+ArrowDown');
    await eventually('three moves', async () =>
      /## Background[^]*## Security[^]*## Goals and Objectives[^]*## Executive Summary/u.test(await saved()),
    );
    assert.equal(await workbench.page.locator('.notification-toast').count(), 0);
  });

  test('follows the cursor into what was closed before another spec was shown', async () => {
    await begin();
    await row('Background, section').locator('.monaco-tl-twistie').click();
    await row('Related Work').waitFor({ state: 'detached' });
    await workbench.page.keyboard.press('Control+Shift+E');
    await workbench.openFile('README.md');
    await workbench.page.getByRole('tab', { name: 'Specwright' }).click();
    await row('Background').waitFor({ state: 'detached' });
    await workbench.page.locator('.tab', { hasText: 'draft-parcel' }).click();
    await row('Related Work, section').waitFor();
    await workbench.goTo(draft, '\n### Related Work');
    await eventually(
      'the selection',
      async () => (await row('Related Work').getAttribute('aria-selected')) === 'true',
    );
  });

  test('the menu moves a section to its place, and says that it does not apply', async () => {
    await begin();
    await row('Security, section').click({ button: 'right' });
    await workbench.chooseMenuItem('Move to Its Place');
    await eventually('the move', async () => /## Data Flow[^]*## Security/u.test(await saved()));
    await (await scrolledTo('State Management, section, empty')).click({ button: 'right' });
    await workbench.chooseMenuItem('Mark as Not Applicable');
    await row('State Management, section, 1 placeholder').waitFor();
    await workbench.page.keyboard.type('the service has no state of its own');
    await row('State Management, section, not applicable').waitFor();
    await workbench.screenshot('outline-not-applicable');
  });

  test('follows the cursor, and a click shows the section while the keys stay in the tree', async () => {
    await begin();
    await workbench.goTo(draft, '\n### Assumptions');
    await eventually(
      'the selection',
      async () => (await row('Assumptions').getAttribute('aria-selected')) === 'true',
    );
    await (await scrolledTo('Data Flow, section')).click();
    await eventually('the heading', async () => /## Data Flow/u.test(await workbench.visibleText()));
    assert.equal(await workbench.page.locator('.monaco-editor.focused').count(), 0);
  });

  test('open points only', async () => {
    await begin();
    await row('Executive Summary, section').waitFor();
    await tree().hover();
    await workbench.page.getByRole('button', { name: 'Show Open Points Only' }).click();
    await row('Executive Summary, section').waitFor({ state: 'detached' });
    await row('Related Work, section').waitFor();
    await row('Background, section').waitFor();
    await workbench.screenshot('outline-open-only');
    await tree().hover();
    await workbench.page.getByRole('button', { name: 'Show All Sections' }).click();
    await row('Executive Summary, section').waitFor();
  });

  test('a section is dragged to the place of another, with all that is in it', async () => {
    await begin();
    await row('Background, section').dragTo(row('Goals and Objectives, section'));
    await eventually('the drop', async () =>
      /^## Goals and Objectives$[^]*^## Background$\n\n^### Context$/mu.test(await saved()),
    );
    await workbench.screenshot('outline-dropped');
  });

  test('works from the keyboard alone', async () => {
    await begin();
    await row('Background, section').waitFor();
    const { keyboard } = workbench.page;
    await workbench.run('Specwright: Focus on Spec Outline View');
    await keyboard.press('Home');
    const focused = () => tree().locator('.monaco-list-row.focused').first();
    await eventually('Context', async () => {
      const label = await focused().getAttribute('aria-label');
      if (label?.startsWith('Context')) return true;
      await keyboard.press('ArrowDown');
      return false;
    });
    await keyboard.press('Alt+ArrowDown');
    await eventually('the move', async () => /### Related Work[^]*### Context/u.test(await saved()));
    await eventually('the focus to stay', async () =>
      ((await focused().getAttribute('aria-label')) ?? '').startsWith('Context'),
    );
    await workbench.screenshot('outline-keyboard');
    await keyboard.press('Enter');
    await workbench.page.locator('.monaco-editor.focused').waitFor();
  });

  test('leaves a read-only file alone', async () => {
    await begin({ settings: { 'files.readonlyInclude': { 'specs/*.md': true } } });
    const before = await workbench.visibleText();
    await row('Background, section').click();
    await workbench.page.keyboard.press('Alt+ArrowDown');
    await row('Data Protection, missing section').click();
    await workbench.page.getByText('This document is read-only.').first().waitFor();
    await workbench.page.keyboard.press('Control+Home');
    await row('Data Protection, missing section').waitFor();
    assert.equal(await workbench.page.locator('.tab.dirty').count(), 0);
    await workbench.goTo(draft, '# Parcel');
    assert.equal(await workbench.visibleText(), before);
  });

  test('welcomes where there is no spec', async () => {
    workbench = await Workbench.open('notes.md', { files: { 'notes.md': '# Notes\n\nOf the day.\n' } });
    await workbench.page.getByRole('tab', { name: 'Specwright' }).click();
    await workbench.page.getByText('This file follows no spec template.').waitFor();
    await workbench.screenshot('outline-no-spec');
  });
});
