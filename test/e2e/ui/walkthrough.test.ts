import * as assert from 'node:assert/strict';
import { closeBrowser, Workbench } from './workbench';

const STEPS = [
  'Start a spec',
  'See and fix what is open',
  'Follow how far it has come',
  "Make it your team's",
] as const;

suite('The walkthrough', () => {
  let workbench: Workbench;

  teardown(() => workbench.close());
  suiteTeardown(closeBrowser);

  const begin = async (settings: Record<string, unknown> = {}) => {
    workbench = await Workbench.open('specs/draft-parcel-notifications.md', { settings });
    await workbench.ready();
    const { page } = workbench;
    assert.equal(await page.locator('.gettingStartedContainer').count(), 0);
    assert.equal(await page.locator('.notification-toast').count(), 0);
    await open();
    return page;
  };
  const open = async () => {
    await workbench.run('Specwright: Get Started');
    await workbench.page
      .locator('.getting-started-category', { hasText: 'Get Started with Specwright' })
      .waitFor();
  };
  const step = (title: string) => workbench.page.locator('.getting-started-step', { hasText: title });
  /** Opens a step, and waits for its picture. */
  const show = async (title: string) => {
    if ((await step(title).getAttribute('aria-expanded')) !== 'true')
      await step(title).locator('.step-title').click();
    await workbench.page.locator('.getting-started-step.expanded', { hasText: title }).waitFor();
    await workbench.page.locator('.getting-started-media img').waitFor();
  };
  const press = (button: string) =>
    workbench.page
      .locator('.getting-started-step.expanded .button-container')
      .getByText(button, { exact: true })
      .click();
  const isDone = (title: string) =>
    step(title).locator('.codicon-getting-started-step-checked').waitFor({ state: 'attached' });

  test('leads a fresh profile through its four steps, each of which does what it says', async () => {
    const page = await begin();
    const done = [
      ['New Spec', () => workbench.pickItem('System specification').waitFor()],
      ['Show Problems', () => page.locator('.markers-panel .monaco-list-row').first().waitFor()],
      [
        'Show Spec Outline',
        () => page.locator('.pane-header', { hasText: 'Spec Outline' }).first().waitFor(),
      ],
      [
        'Open Settings',
        () =>
          page.locator('.settings-editor .setting-item-title', { hasText: 'Specwright' }).first().waitFor(),
      ],
    ] as const;
    for (const [index, title] of STEPS.entries()) {
      const [button, happens] = done[index]!;
      await show(title);
      await workbench.screenshot(`walkthrough-${index + 1}`);
      await press(button);
      await happens();
      await page.keyboard.press('Escape');
      await open();
      await isDone(title);
    }
    await workbench.screenshot('walkthrough-done');
  });

  for (const [name, theme] of [
    ['light', 'Default Light Modern'],
    ['dark', 'Default Dark Modern'],
    ['high-contrast', 'Default High Contrast'],
  ] as const) {
    test(`is as readable in each theme (${name})`, async () => {
      await begin({ 'workbench.colorTheme': theme });
      await show(STEPS[0]);
      await workbench.screenshot(`walkthrough-1-${name}`);
    });
  }
});
