// The real VS Code, opened in a real browser and used as a person would: by keyboard, mouse and eyes.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { findChromium } from '../../scripts/chromium.mjs';
import {
  addressOf,
  installExtension,
  installVsCode,
  linkExtension,
  QUIET_SETTINGS,
  startVsCodeServer,
  type VsCodeServer,
} from '../../scripts/vscode.mjs';
import { eventually, PATIENCE } from './eventually';
import {
  type Place,
  type Problem,
  type ProblemRow,
  readPlaceOfText,
  readProblemRows,
  readSquiggles,
  type Squiggle,
} from './page-readers';

export interface VsCodeOptions {
  /** The folder to open, or a `.code-workspace` file with several. It is opened as it is: hand in a copy (`copyOfWorkspace`) where the test writes files. */
  readonly workspace: string;
  /** The folder of an extension to run from its source: the project's. */
  readonly extension?: string;
  /** A packed extension to install. */
  readonly vsix?: string;
  /** A CommonJS module whose `run()` the extension host runs once it is up. */
  readonly tests?: string;
  /** Settings of the user, on top of those that keep VS Code quiet. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Gets each line that the extension host prints. */
  readonly onLog?: (line: string) => void;
}

/** How long a hover or a list may take to come before it is asked for again, in milliseconds. */
const SHORT_WAIT = 3000;

/** How many looks in a row have to see the same, so that it counts as settled. */
const STEADY = 10;

/** Starts a VS Code of its own, with empty settings and no other extensions. Dispose it in an `after` hook. */
export async function startVsCode(options: VsCodeOptions): Promise<VsCode> {
  const data = await mkdtemp(path.join(tmpdir(), 'rapporteur-vscode-'));
  const vsCode = await installVsCode(path.resolve('.cache/vscode'), (message) => console.error(message));
  if (options.vsix) await installExtension(vsCode, path.resolve(options.vsix), data);
  if (options.extension && !options.tests) await linkExtension(options.extension, data);
  const settings = { ...QUIET_SETTINGS, ...options.settings };
  const server = await startVsCodeServer(vsCode, { data, settings, runsTests: options.tests !== undefined });
  try {
    return await openPage(server, data, options);
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function openPage(server: VsCodeServer, data: string, options: VsCodeOptions): Promise<VsCode> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('No Chromium was found: set CHROMIUM_PATH.');
  const browser = await chromium.launch({ executablePath, args: BROWSER_ARGUMENTS });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(PATIENCE);
    const exit = new Promise<number>((resolve) => page.exposeFunction('codeAutomationExit', resolve));
    await page.exposeFunction('codeAutomationLog', (_type: string, args: readonly unknown[]) =>
      options.onLog?.(args.map(String).join(' ')),
    );
    const crash = new Promise<never>((_, reject) => {
      page.on('crash', () => reject(new Error('The page of VS Code crashed.')));
      server.ended.then(() => reject(new Error(`The server of VS Code ended:\n${server.log()}`)));
    });
    const end = Promise.race([exit, crash]);
    // A page that nobody waits for may end without anybody hearing of it.
    end.catch(() => {});
    const { workspace, extension, tests } = options;
    await page.goto(addressOf(server, tests === undefined ? { workspace } : { workspace, extension, tests }));
    await page.locator('.monaco-workbench .statusbar').waitFor();
    return new VsCode(page, browser, server, data, end);
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/** A running VS Code. Every method acts as a person would, and returns when the page shows that it was done. */
export class VsCode {
  constructor(
    /** The page, for what this class does not offer. */
    readonly page: Page,
    private readonly browser: Browser,
    private readonly server: VsCodeServer,
    private readonly data: string,
    /** The code that the extension host's tests ended with: 0 is success. Rejects when VS Code ends before them. */
    readonly exit: Promise<number>,
  ) {}

  /** Opens a file of the workspace by its name or relative path, and puts the cursor into it. */
  async openFile(file: string): Promise<void> {
    await this.pick('Control+p', file);
    await this.page.locator(`.tab.active[data-resource-name="${path.basename(file)}"]`).waitFor();
    await this.editor().locator('.view-line').first().waitFor();
  }

  /** Closes every editor, whatever is unsaved in it. */
  async closeEditors(): Promise<void> {
    const tabs = this.page.locator('.tabs-container .tab');
    for (let left = await tabs.count(); left > 0; left = await tabs.count()) {
      await this.runCommand('View: Revert and Close Editor');
      await eventually(async () => {
        if ((await tabs.count()) >= left) throw new Error('The editor does not close.');
      });
    }
  }

  /** Runs a command of the palette by its title, such as "Rapporteur: New Report". */
  async runCommand(title: string): Promise<void> {
    await this.pick('F1', title);
  }

  /** Chooses what a list asks for (a quick pick): types the text, takes the first match. */
  async choose(text: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget:visible input').first();
    await input.waitFor();
    await input.fill(text);
    await this.acceptFirst(text);
  }

  /** Answers what a box asks for under this title. */
  async answer(title: string, text: string): Promise<void> {
    const box = this.page.locator('.quick-input-widget:visible', { hasText: title });
    await box.locator('input').first().fill(text);
    await this.page.keyboard.press('Enter');
    await box.waitFor({ state: 'hidden' });
  }

  /** Gives the path of a file to the dialog with this title. */
  async chooseFile(title: string, file: string): Promise<void> {
    const box = this.page.locator('.quick-input-widget:visible', { hasText: title });
    const input = box.locator('input').first();
    // The dialog writes into the field what it proposes, more than once, over what stands there: until it leaves the path alone.
    let left = STEADY;
    await eventually(async () => {
      if ((await input.inputValue()) !== file) {
        await input.fill(file);
        left = STEADY;
      }
      left--;
      if (left > 0) throw new Error('The dialog goes on writing.');
    });
    await this.page.keyboard.press('Enter');
    await box.waitFor({ state: 'hidden' });
  }

  /** Moves the cursor. Both count from 1. */
  async goTo(line: number, column: number): Promise<void> {
    await this.page.keyboard.press('Control+g');
    const input = this.page.locator('.quick-input-widget:visible input').first();
    await input.waitFor();
    await input.fill(`:${line}:${column}`);
    await this.page.keyboard.press('Enter');
    await this.page.getByText(`Ln ${line}, Col ${column}`, { exact: true }).waitFor();
  }

  /** Types text at the cursor, key by key, so that VS Code completes, indents and closes brackets as it does. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Presses one key or combination, in Playwright's words: `Enter`, `Control+s`, `Backspace`. */
  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
  }

  /** The lines that the active editor shows now, from the top. */
  async visibleLines(): Promise<string[]> {
    const lines = await this.editor()
      .locator('.view-line')
      .evaluateAll((elements) =>
        elements
          .map((element) => ({ top: element.getBoundingClientRect().top, text: element.textContent ?? '' }))
          .sort((a, b) => a.top - b.top),
      );
    return lines.map((line) => line.text.replaceAll('\u00a0', ' '));
  }

  /** The wavy lines that the active editor shows now, from top to bottom and left to right. */
  async squiggles(): Promise<Squiggle[]> {
    return this.editor().evaluate(readSquiggles);
  }

  /** What the Problems view lists now, in its order. Opens the view; hints are not in it. */
  async problems(): Promise<Problem[]> {
    const panel = this.page.locator('.markers-panel');
    if (!(await panel.isVisible())) {
      await this.page.keyboard.press('Control+Shift+m');
      await panel.waitFor();
    }
    let file = '';
    return (await this.problemRows(panel)).flatMap((row) => {
      if (row.level === 1) file = row.file;
      return row.level === 2 ? [{ file, ...row.problem }] : [];
    });
  }

  /** The labels in the completion list that is open, or that opens now: those that are in sight. */
  async suggestions(): Promise<string[]> {
    const widget = this.page.locator('.suggest-widget.visible');
    await widget.locator('.monaco-list-row').first().waitFor();
    return widget.locator('.monaco-list-row .label-name').allTextContents();
  }

  /** Takes what the completion list has selected, which is what begins like this. */
  async acceptSuggestion(start: string): Promise<void> {
    const selected = this.page.locator('.suggest-widget.visible .monaco-list-row.focused .label-name');
    await eventually(async () => {
      const label = (await selected.textContent({ timeout: 1000 })) ?? '';
      if (!label.startsWith(start)) throw new Error(`The list has selected "${label}", not "${start}".`);
    });
    await this.page.keyboard.press('Enter');
  }

  /** Whether a completion list is open now. */
  async isSuggesting(): Promise<boolean> {
    return this.page.locator('.suggest-widget.visible').isVisible();
  }

  /** Points at the first place in sight with this text, within a line. Returns what the hover says. */
  async hover(text: string): Promise<string> {
    const hover = this.page.locator('.monaco-hover:visible .monaco-hover-content').first();
    // Nobody's mouse jumps: VS Code waits for it to move over the words. It asks once, perhaps before it knows whom to ask.
    await eventually(async () => {
      // Lenses and hints that come late move the text.
      const { x, y } = await this.placeOf(text);
      await this.page.mouse.move(x, y - 2);
      await this.page.mouse.move(x, y);
      await hover.waitFor({ timeout: SHORT_WAIT });
    });
    return eventually(async () => {
      const shown = (await hover.allInnerTexts()).join('\n').trim();
      if (shown === '' || shown === 'Loading...') throw new Error(`The hover of "${text}" stays empty.`);
      return shown;
    });
  }

  /** The texts in the status bar, from left to right. */
  async statusBar(): Promise<string[]> {
    const items = await this.page
      .locator('.statusbar-item:visible')
      .evaluateAll((elements) =>
        elements
          .map((element) => ({ left: element.getBoundingClientRect().left, text: element.textContent ?? '' }))
          .sort((a, b) => a.left - b.left),
      );
    return items.map((item) => item.text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '');
  }

  /** The messages that VS Code has for the user, newest first. Opens their list by the bell in the status bar. */
  async notifications(): Promise<string[]> {
    const list = this.page.locator('.notifications-center:visible');
    if ((await list.count()) === 0) {
      await this.page.locator('[id="status.notifications"] a').click();
      await list.waitFor();
    }
    return list.locator('.notification-list-item-message').allInnerTexts();
  }

  /** Saves a picture of the page as a PNG. */
  async screenshot(file: string): Promise<void> {
    await this.page.screenshot({ path: file });
  }

  /** What the server printed, for the message of a failure. */
  log(): string {
    return this.server.log();
  }

  /** Closes the page and the server, and removes what they kept. */
  async dispose(): Promise<void> {
    try {
      await this.browser.close();
    } finally {
      await this.server.stop();
    }
    // The extension host ends by itself, a little after the server, and may write until then.
    await rm(this.data, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }

  private placeOf(text: string): Promise<Place> {
    return eventually(async () => {
      const place = await this.editor().evaluate(readPlaceOfText, text);
      if (!place) throw new Error(`The editor does not show "${text}".`);
      return place;
    });
  }

  private editor(): Locator {
    return this.page.locator('.editor-group-container.active .monaco-editor[data-uri]').first();
  }

  /** Scrolls through the list from its top, since it holds no more rows than it shows. Empty where it has none. */
  private async problemRows(panel: Locator): Promise<ProblemRow[]> {
    const rows = new Map<number, ProblemRow>();
    await panel.hover();
    await this.page.mouse.wheel(0, -100_000);
    await eventually(async () => {
      const shown = await panel.evaluate(readProblemRows);
      for (const row of shown) rows.set(row.index, row);
      // Findings come and go while somebody scrolls.
      const end = shown.find((row) => row.isLast)?.index ?? Number.POSITIVE_INFINITY;
      for (const index of rows.keys()) if (index > end) rows.delete(index);
      const all = [...rows.values()];
      const length = all.find((row) => row.isLast)?.index;
      if (shown.length > 0 && (length === undefined || all.length <= length)) {
        await this.page.mouse.wheel(0, 100);
        throw new Error('The Problems view has more rows than could be read.');
      }
    });
    await this.page.mouse.wheel(0, -100_000);
    return [...rows.values()].sort((a, b) => a.index - b.index);
  }

  /** A list that was opened too early has nothing of an extension that is just starting: it is opened again. */
  private async pick(key: string, text: string): Promise<void> {
    await eventually(async () => {
      await this.page.keyboard.press(key);
      await this.page.locator('.quick-input-widget:visible input').first().waitFor();
      await this.page.keyboard.type(text);
      try {
        await this.acceptFirst(text, SHORT_WAIT);
      } catch (error) {
        await this.page.keyboard.press('Escape');
        await this.page.locator('.quick-input-widget:visible').waitFor({ state: 'hidden' });
        throw error;
      }
    });
  }

  private async acceptFirst(text: string, patience?: number): Promise<void> {
    const focused = this.page.locator('.quick-input-list:visible .monaco-list-row.focused').first();
    const wanted = path.basename(text).toLowerCase();
    const label = await eventually(async () => {
      const offered = (await focused.getAttribute('aria-label', { timeout: 1000 })) ?? '';
      if (!offered.toLowerCase().includes(wanted)) throw new Error(`The list offers "${offered}", not "${text}".`);
      return offered;
    }, patience);
    await this.page.keyboard.press('Enter');
    // The list closes, or what was chosen opens another.
    await this.page
      .locator(`.quick-input-list:visible [aria-label=${JSON.stringify(label)}]`)
      .waitFor({ state: 'hidden' });
  }
}

const BROWSER_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
