// What the scenarios do with the workbench, in the words of the person who sits before it.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type Locator, type Page } from 'playwright-core';

const { env } = process;

/** The harness says where the server is, which browser to use, and where to put things. */
const trustingServer = env['SPECWRIGHT_SERVER'] ?? '';
const restrictedServer = env['SPECWRIGHT_RESTRICTED_SERVER'] ?? '';
const screenshots = env['SPECWRIGHT_SCREENSHOTS'] ?? '';
const launchOptions = JSON.parse(env['SPECWRIGHT_BROWSER'] ?? '{}') as {
  executablePath: string;
  args: string[];
};

let browser: Browser | undefined;

export async function closeBrowser(): Promise<void> {
  await browser?.close();
  browser = undefined;
}

/** For what the page itself does not show. */
export async function eventually(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (const until = Date.now() + 15_000; !(await isSo());) {
    if (Date.now() > until) throw new Error(`Waited in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** What is otherwise than in the workspace as it stands. */
export interface Changes {
  /** Changes the file that is opened. */
  readonly change?: (text: string) => string;
  /** More files, by their paths. */
  readonly files?: Readonly<Record<string, string>>;
  /** Files and folders of the workspace that are not there, by their paths. */
  readonly without?: readonly string[];
  /** Settings of the workspace. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** The language of the editor, as a language pack sets it; the editor's own words stay English, there being no pack. */
  readonly language?: string;
  /** Whether the workspace is one that nobody has vouched for. */
  readonly restricted?: boolean;
}

/** A window of VS Code on its own copy of the workspace. */
export class Workbench {
  private constructor(
    readonly page: Page,
    readonly folder: string,
  ) {}

  /** Opens a window, and in it a file of the workspace. */
  static async open(
    file: string,
    { change, files = {}, without = [], settings, language, restricted = false }: Changes = {},
  ): Promise<Workbench> {
    const folder = join(mkdtempSync(join(env['SPECWRIGHT_WORKSPACES'] ?? '', 'window-')), 'workspace');
    cpSync(env['SPECWRIGHT_FIXTURE'] ?? '', folder, { recursive: true });
    for (const name of without) rmSync(join(folder, name), { recursive: true });
    const server = restricted ? restrictedServer : trustingServer;
    const path = join(folder, file);
    if (change) writeFileSync(path, change(readFileSync(path, 'utf8')));
    const more = settings ? { ...files, '.vscode/settings.json': JSON.stringify(settings) } : files;
    for (const [name, text] of Object.entries(more)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    browser ??= await chromium.launch({ ...launchOptions, headless: true });
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US' });
    await context.route(
      (url) =>
        /^(https?|wss?):$/.test(url.protocol) &&
        !url.hostname.endsWith('localhost') &&
        url.hostname !== '127.0.0.1',
      (route) => route.abort(),
    );
    if (language)
      await context.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(language)}`);
    const workbench = new Workbench(await context.newPage(), folder);
    const payload = [
      ['skipWelcome', 'true'],
      ['openFile', `vscode-remote://${new URL(server).host}${pathToFileURL(path).pathname}`],
    ];
    await workbench.page.goto(
      `${server}/?${new URLSearchParams({ folder: pathToFileURL(folder).pathname, payload: JSON.stringify(payload) })}`,
    );
    await workbench.page.locator('.monaco-workbench .part.statusbar').waitFor();
    await workbench.page.locator('.monaco-editor .view-line').first().waitFor();
    return workbench;
  }

  close(): Promise<void> {
    return this.page.context().close();
  }

  /** Saves what is to be seen, for a person to look at. */
  async screenshot(name: string): Promise<void> {
    await this.page.waitForTimeout(300); // for animations to end
    await this.page.screenshot({ path: join(screenshots, `${name}.png`) });
  }

  /** Runs a command by its name in the command palette, which lists the commands that there are when it opens. */
  async run(command: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget input[type="text"]');
    for (let attempt = 0; attempt < 6; attempt++) {
      await this.page.keyboard.press('F1');
      await input.waitFor();
      await input.fill(`>${command}`);
      const isListed = await this.pickItem(command)
        .waitFor({ timeout: 5000 })
        .then(() => true)
        .catch(() => false);
      if (isListed) return this.page.keyboard.press('Enter');
      await this.page.keyboard.press('Escape');
    }
    throw new Error(`The command palette does not list "${command}".`);
  }

  /** Opens a file that the explorer shows. */
  async openFile(name: string): Promise<void> {
    await this.page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).first().dblclick();
    await this.page.locator('.tab.active', { hasText: name }).waitFor();
  }

  /** Opens the list of File > New File. For a while after a window has opened it is not there yet and fails. */
  async newFile(): Promise<void> {
    const failure = this.page.locator('.monaco-dialog-box');
    const list = this.page.locator('.quick-input-widget:visible', { hasText: 'Text File' });
    for (let attempt = 0; attempt < 20; attempt++) {
      await this.run('Create: New File...');
      await failure.or(list).first().waitFor();
      if (await list.isVisible()) return;
      await this.page.keyboard.press('Escape');
      await failure.waitFor({ state: 'detached' });
    }
  }

  /** A line of the list that the palette or a quick pick shows. */
  pickItem(text: string): Locator {
    return this.page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();
  }

  /** The marks under text in the active editor. */
  squiggle(severity: 'error' | 'warning' | 'info'): Locator {
    return this.page.locator(`.monaco-editor .squiggly-${severity}`).first();
  }

  /** Waits until the server has looked at the active document. */
  async ready(): Promise<void> {
    await this.page.locator('#status\\.languageStatus').click();
    await this.page.locator('.hover-language-status', { hasText: 'specification' }).first().waitFor();
    await this.page.keyboard.press('Escape');
    await this.page.locator('.monaco-editor .view-line').first().click();
  }

  /** Puts the cursor right behind the first occurrence of a text in the active editor, which shows the file as it is saved. */
  async goTo(file: string, text: string): Promise<void> {
    const content = readFileSync(join(this.folder, file), 'utf8');
    const offset = content.indexOf(text);
    if (offset < 0) throw new Error(`There is no "${text}" in ${file}.`);
    const lines = content.slice(0, offset + text.length).split('\n');
    await this.page.keyboard.press('Control+g');
    const input = this.page.locator('.quick-input-widget:visible input[type="text"]');
    await input.waitFor();
    await input.fill(`:${lines.length}:${(lines.at(-1) ?? '').length + 1}`);
    await this.pickItem(`line ${lines.length}`).waitFor();
    await this.page.keyboard.press('Enter');
    await this.page.locator('.monaco-editor.focused').waitFor();
  }

  /** Opens the Problems view, and from it the place of a problem. */
  async goToProblem(message: RegExp): Promise<void> {
    await this.page.keyboard.press('Control+Shift+M');
    const problem = this.page.locator('.markers-panel .monaco-list-row', { hasText: message }).first();
    await problem.waitFor();
    await problem.dblclick();
    await this.page.locator('.monaco-editor.focused').waitFor();
  }

  /**
   * Clicks an entry of the menu of quick fixes. By the mouse and in two moves: until the mouse has moved, an invisible
   * layer over the menu keeps clicks away.
   */
  async chooseFix(title: string | RegExp): Promise<void> {
    const entry = this.page.locator('.action-widget .monaco-list-row', { hasText: title }).first();
    await entry.waitFor();
    const box = await entry.boundingBox();
    if (!box) throw new Error(`The entry ${String(title)} is not to be seen.`);
    await this.page.mouse.move(box.x + 40, box.y + 5);
    await this.page.mouse.move(box.x + 60, box.y + box.height / 2);
    await this.page.waitForTimeout(100);
    await this.page.mouse.click(box.x + 60, box.y + box.height / 2);
  }

  /** Opens the menu of fixes, in which there must be an entry; VS Code shows none while it still looks for them. */
  async showFixes(title: string | RegExp): Promise<void> {
    const entry = this.page.locator('.action-widget .monaco-list-row', { hasText: title }).first();
    await eventually(`the fix ${String(title)}`, async () => {
      await this.page.keyboard.press('Control+.');
      const isShown = await entry.waitFor({ timeout: 4000 }).then(
        () => true,
        () => false,
      );
      if (!isShown) await this.page.keyboard.press('Escape');
      return isShown;
    });
  }

  /** Clicks an entry of the context menu that is open. */
  async chooseMenuItem(title: string): Promise<void> {
    const entry = this.page.getByRole('menuitem', { name: title }).first();
    await entry.waitFor();
    await entry.hover();
    await entry.click();
  }

  /** The visible text of the active editor, line by line. Read at once, since the editor draws its lines anew at any time. */
  async visibleText(): Promise<string> {
    const lines = this.page.locator('.editor-group-container.active .monaco-editor .view-line');
    const placed = await lines.evaluateAll((elements) =>
      elements.map((element) => ({
        top: element.getBoundingClientRect().y,
        text: element.textContent ?? '',
      })),
    );
    return placed
      .sort((one, other) => one.top - other.top)
      .map(({ text }) => text.replaceAll('\u00a0', ' '))
      .join('\n');
  }
}
