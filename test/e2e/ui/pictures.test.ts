// Takes the pictures of the walkthrough, for `npm run pictures`. They show what there is: nothing is staged.
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { closeBrowser, Workbench, type Changes } from './workbench';

/** Where to put them; without it, none are taken. */
const folder = process.env['SPECWRIGHT_PICTURES'];

/** Small, so that nothing is cut off in the picture. */
const WINDOW = { width: 620, height: 460 };

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

interface Part {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const WITHOUT_SIDES = { 'workbench.activityBar.location': 'hidden' };

if (folder) {
  suite('Pictures of the walkthrough', () => {
    let workbench: Workbench;

    teardown(() => workbench.close());
    suiteTeardown(closeBrowser);

    const begin = async (file: string, theme: string, { settings, ...changes }: Changes = {}) => {
      const plain = {
        'workbench.colorTheme': theme,
        'workbench.layoutControl.enabled': false,
        'workbench.editor.editorActionsLocation': 'hidden',
        'window.commandCenter': false,
        'window.menuBarVisibility': 'hidden',
        'breadcrumbs.enabled': false,
        'editor.minimap.enabled': false,
        'editor.stickyScroll.enabled': false,
        'editor.wordWrap': 'on',
        'editor.folding': false,
        'editor.glyphMargin': false,
        'editor.lineNumbers': 'off',
        'editor.fontSize': 12,
        'specwright.author': 'Ada Byron',
        'files.exclude': { '.vscode': true, 'empty.md': true, 'README.md': true },
      };
      workbench = await Workbench.open(file, { ...changes, settings: { ...plain, ...settings } });
      await workbench.page.setViewportSize(WINDOW);
      return workbench.page;
    };

    /** The window from its tabs to its status bar, which are not what the picture is about. */
    const take = async (name: string, from: Locator) => {
      const { y } = await placeOf(from);
      await save(name, { x: 0, y, width: WINDOW.width, height: WINDOW.height - 22 - y });
    };
    const save = async (name: string, part: Part) => {
      await workbench.page.waitForTimeout(500); // for animations to end
      const [x, y] = [Math.floor(part.x), Math.floor(part.y)];
      const clip = { x, y, width: Math.floor(part.width), height: Math.floor(part.height) };
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
      const editor = () => workbench.page.locator('.part.editor');

      test(`starting a spec (${color})`, async () => {
        const page = await begin('empty.md', theme, { settings: WITHOUT_SIDES });
        await page.keyboard.press('Control+b');
        await workbench.run('Specwright: Insert Spec Template');
        await workbench.pickItem('System specification').waitFor();
        // A list of its full width, and a little of what is around it.
        await page.setViewportSize({ width: 1000, height: 640 });
        const { x, y, width, height } = await placeOf(page.locator('.quick-input-widget'));
        await save(`start-${color}`, { x: x - 10, y, width: width + 20, height: height + 20 });
      });

      test(`fixing what is open (${color})`, async () => {
        const page = await begin('specs/url-shortener.md', theme, {
          change: (text) => text.replace(/^## Security\n[^]*?(?=^## )/m, ''),
          settings: WITHOUT_SIDES,
        });
        await workbench.ready();
        await page.keyboard.press('Control+b');
        await workbench.goToProblem(/Security/);
        await page.keyboard.press('Control+j');
        await workbench.squiggle('warning').waitFor();
        await workbench.showFixes(/security/i);
        await take(`fix-${color}`, editor());
      });

      test(`following a spec (${color})`, async () => {
        await begin('specs/draft-parcel-notifications.md', theme);
        await workbench.ready();
        await workbench.run('Specwright: Focus on Spec Outline View');
        // Read to the end.
        await placeOf(
          workbench.page.locator('.monaco-list-row', { hasText: /Short Link Service.*\d+ of \d+/ }),
        );
        await take(`follow-${color}`, editor());
      });

      test(`making templates of one's own (${color})`, async () => {
        const page = await begin('.specwright/templates/decision.md', theme, {
          files: { '.specwright/templates/decision.md': decision },
          settings: WITHOUT_SIDES,
        });
        await placeOf(page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'decision.md' }));
        await take(`team-${color}`, editor());
      });
    }
  });
}
