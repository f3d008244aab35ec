import { type Locator, type Page } from 'playwright-core';
import { demoPassword } from '../../../apps/sandbox/src/index.js';
import { type Answer, type RunningMailroom } from '../../support/mailroom.js';
import { until } from '../../support/until.js';
import { CLOSED_UNDER_US } from '../admin-api.js';
import { openHelpdesk, type OpenHelpdesk } from '../open-helpdesk.js';
import { Visitor } from '../visitor.js';

/** How the banner of one kind comes up for real, and how somebody mends what it tells of, at the place it leads to. */
export interface Journey {
  /** Until when the banner lasts. */
  readonly until: string;
  readonly go: (desk: BannerDesk) => Promise<void>;
}

/** A helpdesk, and an admin who stands at its tickets all the time and reloads nothing: banners come to them. */
export class BannerDesk {
  #people = 0;
  #shiftMs = 0;

  private constructor(
    readonly helpdesk: OpenHelpdesk,
    readonly ada: Visitor,
  ) {}

  static async open(): Promise<BannerDesk> {
    const helpdesk = await openHelpdesk();
    const ada = await Visitor.at(helpdesk);
    await ada.goTo('/');
    await ada.signIn('ada');
    return new BannerDesk(helpdesk, ada);
  }

  async close(): Promise<void> {
    await this.ada.leave();
    await this.helpdesk.close();
  }

  get sandbox(): OpenHelpdesk['sandbox'] {
    return this.helpdesk.sandbox;
  }

  get faults(): OpenHelpdesk['sandbox']['faults'] {
    return this.helpdesk.sandbox.faults;
  }

  /** For what connects clients and tokens in other specs. */
  get mailroom(): RunningMailroom {
    return { url: this.helpdesk.url, api: this.api } as RunningMailroom;
  }

  /** The admin API with the session of the one at the desk. */
  readonly api = async (method: string, path: string, data?: unknown): Promise<Answer> => {
    const response = await this.ada.page.request.fetch(`${this.helpdesk.url}/mailroom/api/${path}`, {
      method,
      headers: { origin: this.helpdesk.url },
      maxRetries: CLOSED_UNDER_US,
      ...(data === undefined ? {} : { data }),
    });
    const headers = new Headers();
    for (const { name, value } of response.headersArray()) headers.append(name, value);
    const text = await response.text();
    return { status: response.status(), body: text === '' ? undefined : JSON.parse(text), headers };
  };

  /** Time passes for the helpdesk. How providers' clocks differ is measured by the machine's own. */
  async timePasses({ minutes }: { minutes: number }): Promise<void> {
    this.#shiftMs += minutes * 60_000;
    await this.helpdesk.timePasses({ minutes });
  }

  /** What the clock of the helpdesk shows, so many days on. */
  inDays(days: number): Date {
    return new Date(Date.now() + this.#shiftMs + days * 86_400_000);
  }

  /** The banner in the element on the helpdesk's page. */
  banner(text: string): Locator {
    return this.ada.page.locator('mailroom-banners .banner').filter({ hasText: text });
  }

  /** A banner that appears by itself, leads somewhere, is the same on the pages there, and goes once things are mended. */
  async isMended(text: string, mend: (page: Page) => Promise<unknown>): Promise<void> {
    await this.banner(text).waitFor();
    expect(await this.banner(text).count()).toBe(1);
    const href = await this.banner(text).getByRole('link').getAttribute('href');
    const page = await this.ada.page.context().newPage();
    await page.goto(href ?? '');
    if (!href?.includes('reconnect='))
      await page.getByRole('region', { name: 'Warnings' }).getByText(text).waitFor();
    await mend(page);
    await this.banner(text).waitFor({ state: 'detached' });
    await page.close();
  }

  async consentAtProvider(page: Page, address: string): Promise<void> {
    await page.getByLabel('Mailbox').fill(address);
    await page.getByLabel('Password').fill(demoPassword);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: 'Accept' }).click();
    await page.waitForURL(({ origin }) => origin === this.helpdesk.url);
  }

  /** Somebody new at the provider; answers the address. */
  person(): string {
    return this.sandbox.addPerson(`person-${(this.#people += 1)}@sandbox.test`).address;
  }

  /** A live account of somebody new that has fetched once, and wants to no more just now. */
  async account(name: string, values: object = {}): Promise<{ id: string; address: string }> {
    const address = this.person();
    const made = await this.api('POST', 'accounts', {
      name,
      ...this.sandbox.imap,
      security: 'none',
      login: address,
      auth: 'password',
      password: demoPassword,
      disposition: 'leave',
      start: 'all',
      push: false,
      ...values,
    });
    expect([made.status, made.body.code]).toEqual([201, undefined]);
    const id = made.body.id as string;
    const live = await this.api('POST', `accounts/${id}/state`, { state: 'live' });
    expect(live.body.state).toBe('live');
    const hasFetched = async () => (await this.api('GET', `accounts/${id}`)).body.health.lastFetchAt !== null;
    await until(hasFetched, { what: 'the first fetch', timeoutMs: 20_000 });
    return { id, address };
  }

  /** A fetch, whatever becomes of it. */
  async fetches(id: string): Promise<void> {
    const look = async () => (await this.api('GET', `accounts/${id}`)).body.health;
    const { lastFetchAt: before } = await look();
    await this.api('POST', `accounts/${id}/fetch`);
    await until(async () => (await look()).lastFetchAt !== before, { what: 'a fetch', timeoutMs: 20_000 });
  }

  /** A live server of somebody new. */
  async server(name: string, values: object = {}): Promise<{ id: string; address: string }> {
    const address = this.person();
    const { body, status } = await this.api('POST', 'servers', {
      name,
      ...this.sandbox.smtp,
      security: 'none',
      auth: 'password',
      login: address,
      password: demoPassword,
      state: 'live',
      ...values,
    });
    expect([status, body.code]).toEqual([201, undefined]);
    return { id: body.id as string, address };
  }

  /** What this journey left behind troubles no other. */
  async tidy(): Promise<void> {
    this.faults.clear();
    for (const thing of ['accounts', 'servers']) {
      const { items } = (await this.api('GET', thing)).body;
      for (const { id, state } of items as { id: string; state: string }[])
        if (state !== 'archived') await this.api('POST', `${thing}/${id}/state`, { state: 'archived' });
    }
    const { items: clients } = (await this.api('GET', 'clients?validity=valid')).body;
    for (const { id } of clients as { id: string }[])
      await this.api('PATCH', `clients/${id}`, { validity: 'invalid', name: `Done with ${id}` });
  }
}

/** The button of a page that does something again. */
export async function clicks(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name }).first().click();
}
