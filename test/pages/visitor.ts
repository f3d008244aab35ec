import { type BrowserContext, type Locator, type Page, type Request } from 'playwright-core';
import { until } from '../support/until.js';
import { passwordOf, type OpenHelpdesk } from './open-helpdesk.js';

const WAIT_MS = 25_000;
const painted = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))';
const placeToPaste = `{
  const place = document.body.appendChild(document.createElement('textarea'));
  place.id = 'paste-here';
  place.focus();
}`;
const pastedThere = `{
  const place = document.getElementById('paste-here');
  place.remove();
  place.value;
}`;

/** Somebody at a browser of their own, who finds things as people do: by what they are and what they are called. */
export class Visitor {
  /** Requests that went anywhere but to the page's own server; going to the provider to sign in is no fault. */
  readonly strayed: string[] = [];
  /** What the browser complained about: errors, refused resources, violations of a policy. */
  readonly complaints: string[] = [];
  /** Requests without an answer as yet, but for streams, which have no end. */
  readonly #awaited = new Set<Request>();

  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    private readonly helpdesk: OpenHelpdesk,
  ) {
    context.setDefaultTimeout(WAIT_MS);
    context.on('request', (request) => this.see(request));
    context.on('requestfinished', (request) => this.#awaited.delete(request));
    context.on('requestfailed', (request) => this.#awaited.delete(request));
    context.on('weberror', (error) => this.complaints.push(error.error().message));
    context.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(`${message.text()} (${message.location().url})`);
    });
  }

  /** Comes to the helpdesk, as yet a stranger to it, with a browser that speaks this language. */
  static async at(helpdesk: OpenHelpdesk, locale = 'en-US'): Promise<Visitor> {
    const context = await helpdesk.browser.newContext({
      viewport: { width: 1280, height: 800 },
      reducedMotion: 'reduce',
      locale,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    return new Visitor(await context.newPage(), context, helpdesk);
  }

  /** Opens a path of the helpdesk and answers with the status of what came. */
  async goTo(path: string): Promise<number> {
    const response = await this.page.goto(this.helpdesk.url + path);
    return response?.status() ?? 0;
  }

  /** Fills in the sign-in page that stands open; resolves when it has led on. */
  async signIn(login: string): Promise<void> {
    await this.field('Name').fill(login);
    await this.field('Password').fill(passwordOf(login));
    await this.button('Sign in').click();
    await this.page.waitForURL(({ pathname }) => pathname !== '/sign-in');
  }

  /** Resolves once the page has its heading and everything that it asked for, and has drawn it. */
  async settles(page: Page = this.page): Promise<void> {
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    const settled = async () => {
      await page.evaluate(painted);
      return this.#awaited.size === 0 && (await page.locator('.mantine-Skeleton-root').count()) === 0;
    };
    // Twice: what came may have led to the next question.
    await until(async () => (await settled()) && (await settled()), {
      what: `${page.url()} to settle`,
      timeoutMs: WAIT_MS,
    });
  }

  async leave(): Promise<void> {
    await this.context.close();
  }

  heading(name: string): Locator {
    return this.page.getByRole('heading', { name, exact: true });
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  link(name: string): Locator {
    return this.page.getByRole('link', { name, exact: true });
  }

  /** Labels of fields that are needed end in a star. */
  field(label: string): Locator {
    return this.page.getByLabel(new RegExp(`^${label}[\\s*]*$`));
  }

  /** Opens a field that searches as one types, and takes the first thing that it offers. */
  async choosesFirst(label: string): Promise<void> {
    await this.page.getByRole('combobox', { name: label }).click();
    await this.page.getByRole('option').filter({ visible: true }).first().click();
  }

  /** Presses the copy button of this, and answers with what a paste gives once the button says that it was copied. */
  async copies(what: string): Promise<unknown> {
    await this.button(`Copy ${what}`).click();
    await this.page.getByRole('button', { name: /^Copied(: .*)?$/ }).waitFor();
    await this.page.evaluate(placeToPaste);
    await this.page.keyboard.press('ControlOrMeta+V');
    return this.page.evaluate(pastedThere);
  }

  /** Resolves once the page shows this anywhere. */
  async reads(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).filter({ visible: true }).first().waitFor();
  }

  /** Resolves once a note says exactly this. Hints of a page that hold the same words are no answer to what was pressed. */
  async isTold(sentence: string): Promise<void> {
    await this.page.getByRole('alert').getByText(sentence, { exact: true }).first().waitFor();
  }

  /** Resolves once this can be pressed: a page may say what came of something a moment before. */
  async canPress(button: Locator): Promise<void> {
    await button.and(this.page.locator(':enabled')).waitFor();
  }

  /** Reloads until it is there: the helpdesk's own pages have no scripts that would. */
  async reloadsUntil(there: () => Promise<boolean>, what: string): Promise<void> {
    const looks = async () => {
      await this.page.reload();
      return there();
    };
    await until(looks, { what, timeoutMs: WAIT_MS });
  }

  private see(request: Request): void {
    const { protocol, origin, href } = new URL(request.url());
    if (protocol === 'data:') return;
    // Whatever the page before still waited for, it is gone.
    if (request.isNavigationRequest() && this.isHere(request)) this.#awaited.clear();
    if (!href.endsWith('/stream')) this.#awaited.add(request);
    const { url, sandbox } = this.helpdesk;
    const isFine = request.isNavigationRequest()
      ? origin === url || origin === new URL(sandbox.http.url).origin
      : origin === new URL(request.frame().url()).origin;
    if (!isFine) this.strayed.push(href);
  }

  /** A page that is only being opened has no frame as yet, and says so by throwing. */
  private isHere(request: Request): boolean {
    try {
      return request.frame() === this.page.mainFrame();
    } catch {
      return false;
    }
  }
}
