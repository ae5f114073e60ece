// Takes the pictures of the walkthrough, for `npm run pictures`. They show what there is: nothing is staged.
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { closeBrowser, Workbench, type Changes } from './workbench';

/** Where to put them; without it, none are taken. */
const folder = process.env['SPECWRIGHT_PICTURES'];

const WINDOW = { width: 1000, height: 620 };
const PICTURE = { width: 620, height: 400 };

const decision = `---
specwright:
  name: Decision record
  description: One decision, and why it was made.
---

# [Decision] - Decision Record

**Status:** [Open | Decided]
**Owner:** [Name]
**Date:** YYYY-MM-DD

## Question

[What has to be decided, and by when.]

## Options

| Option | For | Against |
|---|---|---|
| [Option] | [What it gives] | [What it costs] |

## Decision

[What is done, and why.]
`;

if (folder) {
  suite('Pictures of the walkthrough', () => {
    let workbench: Workbench;

    teardown(() => workbench.close());
    suiteTeardown(closeBrowser);

    const begin = async (file: string, theme: string, { settings, ...changes }: Changes = {}) => {
      const plain = {
        'workbench.colorTheme': theme,
        'editor.minimap.enabled': false,
        'editor.wordWrap': 'on',
        'editor.folding': false,
        'editor.glyphMargin': false,
        'window.commandCenter': false,
        'workbench.layoutControl.enabled': false,
        'breadcrumbs.enabled': false,
      };
      workbench = await Workbench.open(file, { ...changes, settings: { ...plain, ...settings } });
      await workbench.page.setViewportSize(WINDOW);
      return workbench.page;
    };

    /** The part of the window around what the picture is about. */
    const take = async (name: string, { x, y }: { x: number; y: number }) => {
      await workbench.page.mouse.move(WINDOW.width - 1, WINDOW.height - 1);
      await workbench.page.waitForTimeout(500);
      const clip = {
        x: Math.round(Math.max(0, Math.min(x, WINDOW.width - PICTURE.width))),
        y: Math.round(Math.max(0, Math.min(y, WINDOW.height - PICTURE.height))),
        ...PICTURE,
      };
      await workbench.page.screenshot({ path: join(folder, `${name}.png`), clip });
    };
    const placeOf = async (locator: Locator) => {
      await locator.waitFor();
      return (await locator.boundingBox())!;
    };

    for (const [theme, color] of [
      ['Default Light Modern', 'light'],
      ['Default Dark Modern', 'dark'],
    ] as const) {
      test(`starting a spec (${color})`, async () => {
        const page = await begin('empty.md', theme);
        await page.keyboard.press('Control+b');
        await workbench.run('Specwright: Insert Spec Template');
        await workbench.pickItem('System specification').waitFor();
        const list = await placeOf(page.locator('.quick-input-widget'));
        await take(`start-${color}`, { x: list.x - (PICTURE.width - list.width) / 2, y: 0 });
      });

      test(`fixing what is open (${color})`, async () => {
        const page = await begin('specs/url-shortener.md', theme, {
          change: (text) => text.replace(/^## Security\n[^]*?(?=^## )/m, ''),
        });
        await workbench.ready();
        await page.keyboard.press('Control+b');
        await workbench.goToProblem(/Security/);
        await page.keyboard.press('Control+j');
        await workbench.squiggle('warning').waitFor();
        await page.keyboard.press('Control+.');
        await page
          .locator('.action-widget .monaco-list-row', { hasText: /security/i })
          .first()
          .waitFor();
        await take(`fix-${color}`, { x: 0, y: 30 });
      });

      test(`following a spec (${color})`, async () => {
        const page = await begin('specs/draft-parcel-notifications.md', theme);
        await workbench.ready();
        await workbench.run('Specwright: Focus on Spec Outline View');
        await placeOf(page.locator('.pane-header', { hasText: 'Spec Outline' }).first());
        await take(`follow-${color}`, { x: 0, y: 0 });
      });

      test(`making templates of one's own (${color})`, async () => {
        const page = await begin('.specwright/templates/decision.md', theme, {
          files: { '.specwright/templates/decision.md': decision },
        });
        await placeOf(page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'decision.md' }));
        await take(`team-${color}`, { x: 0, y: 0 });
      });
    }
  });
}
