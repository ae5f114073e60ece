// What a person does in VS Code for the web: the core of the scenarios of test/e2e/ui, in a virtual workspace.
import { join } from 'node:path';
import { screenshots } from '../lib/paths.mjs';

/** One window; each scenario begins where the one before it has ended. */
const scenarios = {
  'underlines the problems of a spec': async ({ page, shot }) => {
    const file = (name) =>
      page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).first().click();
    await file('specs');
    await file('draft-parcel-notifications.md');
    await page.locator('.monaco-editor .squiggly-warning, .monaco-editor .squiggly-info').first().waitFor();
    await shot('squiggles');
  },

  'shows the outline of the spec and the specs of the workspace, and reads them aloud': async ({
    page,
    shot,
    item,
  }) => {
    await page.getByRole('tab', { name: 'Specwright' }).click();
    await item('Spec Outline', 'Background, section').waitFor();
    await item('Spec Outline', 'Related Work, section, 1 placeholder, level 3').waitFor();
    await item('Specs', 'Parcel Notifications, WIP, \\d+ of \\d+ sections complete').waitFor();
    await shot('views');
  },

  'inserts a missing section by a click in the outline, and takes it back': async ({ page, item, tree }) => {
    const ghost = item('Spec Outline', 'Technology Stack, missing section');
    // The tree holds only the lines that are to be seen, and goes to that of the cursor when the cursor moves.
    const scrollToGhost = async () => {
      for (let turns = 1; turns <= 60 && !(await ghost.isVisible()); turns++) {
        await tree('Spec Outline').hover();
        await page.mouse.wheel(0, turns % 20 === 0 ? -10_000 : 120);
      }
    };
    await scrollToGhost();
    await ghost.click();
    await item('Spec Outline', 'Technology Stack, section, ').waitFor();
    await page.locator('.monaco-editor.focused').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+z');
    await scrollToGhost();
    await ghost.waitFor();
  },

  'makes a new spec': async ({ page, shot, run, pick, answer }) => {
    await run('Specwright: New Spec...');
    await pick('System specification').waitFor();
    await page.locator('.view-line', { hasText: 'Executive Summary' }).first().waitFor();
    await shot('new-spec');
    await pick('System specification').click();
    await answer('2/3', 'Parcel Tracking');
    await answer('3/3');
    await page.locator('.tab.active', { hasText: 'parcel-tracking.md' }).waitFor();
    await page.locator('.view-line', { hasText: 'Parcel Tracking' }).first().waitFor();
    await shot('new-spec-made');
  },

  'makes a template of a spec, which is offered from then on': async ({ page, shot, run, pick, answer }) => {
    await page.keyboard.press('Escape');
    await run('Specwright: Save as Template...');
    await answer('1/2', 'Tracking kind');
    await answer('2/2', 'For what is tracked.');
    await page.locator('.tab.active', { hasText: 'tracking-kind.md' }).waitFor();
    await run('Specwright: New Spec...');
    await pick('Tracking kind').waitFor();
    await shot('template-made');
    await page.keyboard.press('Escape');
  },

  'lets one choose the template of a document': async ({ page, shot, run, pick }) => {
    await page.locator('.tab', { hasText: 'parcel-tracking.md' }).click();
    await run('Specwright: Choose Template of This Document...');
    await pick('from this workspace').waitFor();
    await shot('choose-template');
    await pick('from this workspace').click();
    await page.locator('.view-line', { hasText: '<!-- specwright-template tracking-kind -->' }).waitFor();
  },
};

/** Runs the scenarios, and adds what came of each to the results. */
export async function runScenarios(page, url, results) {
  const window = inWords(page);
  await page.goto(url);
  for (const [what, act] of Object.entries(scenarios)) {
    const title = `The workbench of the web ${what}`;
    const began = Date.now();
    try {
      await act(window);
      results.add(JSON.stringify({ event: 'pass', title, duration: Date.now() - began }));
    } catch (error) {
      await window.shot('failure').catch(() => {});
      results.add(JSON.stringify({ event: 'fail', title, error: error.message }));
      return;
    }
  }
}

function inWords(page) {
  const input = page.locator('.quick-input-widget:visible input[type="text"]');
  const pick = (text) => page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();
  const tree = (name) => page.getByRole('tree', { name, exact: true });
  return {
    page,
    pick,
    tree,
    /** A line of a view by what a screen reader says of it. */
    item: (view, spoken) =>
      tree(view)
        .getByRole('treeitem', { name: new RegExp(`^${spoken}`) })
        .first(),
    shot: (name) => page.screenshot({ path: join(screenshots, `web-${name}.png`) }),
    /** Runs a command by its name in the command palette. */
    async run(command) {
      await page.keyboard.press('F1');
      await input.fill(`>${command}`);
      await pick(command).waitFor();
      await page.keyboard.press('Enter');
    },
    /** Answers a question that is one of several; as it stands where no answer is given. */
    async answer(step, text) {
      await page.locator('.quick-input-title', { hasText: step }).waitFor();
      if (text !== undefined) await input.fill(text);
      await page.keyboard.press('Enter');
    },
  };
}
