import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { paletteCommands, titleOf } from './manifest';
import { closeBrowser, eventually, Workbench } from './workbench';

const THEMES = [
  ['light', 'Default Light Modern'],
  ['dark', 'Default Dark Modern'],
  ['high-contrast', 'Default High Contrast'],
] as const;

/** A command that the palette lists: where it is run, and what is to be seen then. */
interface Row {
  readonly command: string;
  /** The file that it is run in, and the text that the cursor is put behind. */
  readonly at?: readonly [file: string, text: string];
  /** An entry of the list, menu or dialog that it opens. */
  readonly offers?: RegExp;
  /** A text that the menu has elsewhere than in its entries. */
  readonly asks?: RegExp;
  /** What stands in the active editor, which is another one where its tab is named. */
  readonly writes?: RegExp;
  readonly opens?: string;
  /** What else is to be seen. */
  readonly shows?: string;
}

const service = 'specs/url-shortener.md';
const draft = 'specs/draft-parcel-notifications.md';
const waitlist = 'specs/class-waitlist.md';
const numbered = 'specs/numbered.md';
const outdated = 'specs/outdated.md';

const levels = 'specs/levels.md';

const PLAN = `---
specwright:
  id: plan
  name: Plan
  version: "2.0"
  since:
    Costs: "2.0"
---

# [Name]

## Goals

[What for.]

## Costs

[How much.]
`;

const ROWS: readonly Row[] = [
  { command: 'insertTemplate', at: ['empty.md', ''], offers: /System specification/ },
  { command: 'newSpec', offers: /Component specification/ },
  { command: 'chooseTemplate', at: [service, '## Background'], offers: /Detect from Headings/ },
  { command: 'insertSection', at: [draft, '## Data Flow'], offers: /Technology Stack/ },
  {
    command: 'addAnother',
    at: [service, '#### Redirector'],
    writes: /#### Redirector[^]*#### \[Component[^]*#### Link API/,
  },
  {
    command: 'addRevision',
    at: [waitlist, '## Revision History'],
    writes: /review by operations \|\n\| \d{4}-/,
  },
  {
    command: 'moveSectionUp',
    at: [service, '## Background'],
    writes: /## Background[^]*## Executive Summary/,
  },
  {
    command: 'moveSectionDown',
    at: [service, '## Executive'],
    writes: /## Background[^]*## Executive Summary/,
  },
  {
    command: 'moveSectionToPlace',
    at: [draft, '## Security'],
    writes: /^## Goals and Objectives$(?![^]*^## Security$)/m,
  },
  { command: 'promoteSection', at: [levels, '### Label Stock'], writes: /^## Label Stock$/m },
  { command: 'demoteSection', at: [levels, '## Paper'], writes: /^### Paper$/m },
  { command: 'renumber', at: [numbered, '### Phase 2'], writes: /### Phase 3: Season/ },
  { command: 'extractSection', at: [levels, '## Paper'], writes: /## Paper\n+.*levels-paper\.md/ },
  {
    command: 'markNotApplicable',
    at: [draft, '### State Management'],
    writes: /### State Management\n+Not applicable/,
  },
  { command: 'formatTables', at: [waitlist, '| Date | Author |'], offers: /Format the table/ },
  { command: 'convertMetadata', at: [service, '**Version:**'], offers: /front matter/i },
  { command: 'convertToTemplate', at: [service, '## Background'], offers: /Feature specification/ },
  { command: 'updateTemplateVersion', at: [outdated, '## Goals'], writes: /template plan 2\.0 [^]*## Costs/ },
  { command: 'saveAsTemplate', at: [service, '## Background'], asks: /The name of the template/ },
  { command: 'createConfiguration', opens: '.specwright.json', writes: /"ignore": \[\]/ },
  { command: 'openWalkthrough', shows: '.getting-started-step:has-text("See and fix what is open")' },
  { command: 'showLog', shows: '.output-view .view-line:has-text("language server is running")' },
  { command: 'restartServer', shows: '.output-view .view-line:has-text("exited successfully")' },
];

suite('Every command of the palette', () => {
  suiteTeardown(closeBrowser);

  test('is in the table', () => {
    assert.deepEqual(ROWS.map(({ command }) => `specwright.${command}`).sort(), paletteCommands);
  });

  for (const [name, theme] of THEMES) {
    test(`shows what it does (${name})`, async function () {
      this.timeout(180_000);
      const example = (file: string) =>
        readFileSync(join(process.env['SPECWRIGHT_FIXTURE'] ?? '', file), 'utf8');
      const workbench = await Workbench.open(service, {
        settings: {
          'workbench.colorTheme': theme,
          // Else what a command does is saved, and the next one does not find the file as it was.
          'files.autoSave': 'off',
          'files.refactoring.autoSave': false,
          'remote.autoForwardPorts': false,
        },
        files: {
          [numbered]: example(waitlist).replace('### Phase 3: Season', '### Phase 4: Season'),
          [levels]: example(service).replace(
            '## Goals and Objectives',
            '### Label Stock\n\nTwo sizes.\n\n## Paper\n\nWhite.\n\n## Goals and Objectives',
          ),
          [outdated]: '<!-- specwright-template plan 1.0 -->\n\n# Parcels\n\n## Goals\n\nTell people.\n',
          '.specwright/templates/plan.md': PLAN,
        },
      });
      try {
        workbench.page.setDefaultTimeout(10_000);
        await workbench.ready();
        const failures: string[] = [];
        for (const row of ROWS) {
          try {
            await act(workbench, row);
          } catch (error) {
            failures.push(`${row.command}: ${error instanceof Error ? error.message : String(error)}`);
          }
          await workbench.screenshot(`command-${row.command}-${name}`);
          await putBack(workbench);
        }
        assert.deepEqual(failures, []);
      } finally {
        await workbench.close();
      }
    });
  }

  test('says so where there is nothing for it to do', async () => {
    const workbench = await Workbench.open(service);
    try {
      await workbench.ready();
      await workbench.goTo(service, '### Context');
      await workbench.run('Specwright: Promote Section');
      await workbench.page.locator('.notification-toast', { hasText: 'cannot be promoted' }).waitFor();
      await workbench.screenshot('command-nothing-to-do');
    } finally {
      await workbench.close();
    }
  });
});

async function act(
  workbench: Workbench,
  { command, at, offers, asks, writes, opens, shows }: Row,
): Promise<void> {
  const { page } = workbench;
  if (at) {
    await workbench.openFile(at[0].split('/').at(-1) ?? '');
    await workbench.goTo(...at);
  }
  await workbench.run(`Specwright: ${titleOf(`specwright.${command}`)}`);
  if (offers)
    await page
      .locator('.quick-input-list .monaco-list-row, .action-widget .monaco-list-row', { hasText: offers })
      .first()
      .waitFor();
  if (asks) await page.locator('.quick-input-message', { hasText: asks }).waitFor();
  if (opens) await page.locator('.tab.active', { hasText: opens }).waitFor();
  if (shows) await page.locator(shows).first().waitFor();
  if (writes) {
    let text = '';
    await eventually(`${writes} in the text`, async () => {
      text = await workbench.visibleText();
      return writes.test(text);
    }).catch((error: unknown) => {
      throw new Error(`${String(error)} It is\n${text}`);
    });
  }
}

/** Leaves the window as the next command wants it: no list open, and no change. */
async function putBack(workbench: Workbench): Promise<void> {
  const { page } = workbench;
  await page.keyboard.press('Escape');
  await eventually(
    'the list to close',
    async () => (await page.locator('.quick-input-widget:visible, .action-widget:visible').count()) === 0,
  );
  await page.keyboard.press('Escape'); // out of the snippet
  await workbench.run('View: Revert and Close Editor');
}
