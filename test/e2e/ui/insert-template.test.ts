import { closeBrowser, eventually, Workbench } from './workbench';

suite('Inserting a template', () => {
  let workbench: Workbench;

  teardown(() => workbench.close());
  suiteTeardown(closeBrowser);

  test('by the command palette, into an empty file', async () => {
    workbench = await Workbench.open('empty.md');
    await workbench.run('Specwright: Insert Spec Template');
    await workbench.pickItem('System specification').waitFor();
    await workbench.screenshot('templates');
    await workbench.pickItem('System specification').click();
    await workbench.page.locator('.view-line', { hasText: 'Executive Summary' }).first().waitFor();
    await workbench.screenshot('template-inserted');
    // The first tab stop is selected, so that typing answers it.
    await workbench.page.keyboard.type('Link Service');
    await eventually('the title', async () => /^# Link Service/.test(await workbench.visibleText()));
    await workbench.screenshot('first-answer');
  });

  test('by the button that an empty Markdown file has in its title', async () => {
    workbench = await Workbench.open('empty.md');
    const button = workbench.page.locator('.editor-actions [aria-label^="Insert Spec Template"]');
    await button.waitFor();
    await workbench.screenshot('empty-file');
    await button.click();
    await workbench.pickItem('System specification').click();
    await workbench.page.locator('.view-line', { hasText: 'Executive Summary' }).first().waitFor();
    await button.waitFor({ state: 'detached' });
  });

  test('by File > New File', async () => {
    workbench = await Workbench.open('README.md');
    await workbench.newFile();
    await workbench.pickItem('Spec from Template').waitFor();
    await workbench.screenshot('new-file');
    await workbench.pickItem('Spec from Template').click();
    await workbench.pickItem('System specification').click();
    const input = workbench.page.locator('.quick-input-widget:visible input[type="text"]');
    await workbench.page.locator('.quick-input-title', { hasText: '2/3' }).waitFor();
    await input.fill('Link Service');
    await workbench.page.keyboard.press('Enter');
    await workbench.page.locator('.quick-input-title', { hasText: '3/3' }).waitFor();
    await workbench.page.keyboard.press('Enter');
    await workbench.page.locator('.tab.active', { hasText: 'link-service.md' }).waitFor();
    await workbench.page.locator('.view-line', { hasText: 'Executive Summary' }).first().waitFor();
  });
});
