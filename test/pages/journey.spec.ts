import { type Locator } from 'playwright-core';
import { demoPassword } from '../../apps/sandbox/src/index.js';
import { until } from '../support/until.js';
import { openHelpdesk, type OpenHelpdesk } from './open-helpdesk.js';
import { picture } from './picture.js';
import { keyboardFaults, namelessControls } from './reachability.js';
import { Visitor } from './visitor.js';

const support = 'support@sandbox.test';
const alice = 'alice@sandbox.test';

const question = [
  'From: Alice <alice@sandbox.test>',
  'To: support@sandbox.test',
  'Subject: The printer burns',
  'Message-ID: <question@customer.test>',
  'MIME-Version: 1.0',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<p>Since this morning.</p><img src="http://tracker.test/seen.png" alt="">',
].join('\r\n');

/** What the customer's mail program makes of an answer to this mail: it knows the Message-ID and nothing else. */
function answerTo(mail: string): string {
  const [, messageId] = /^Message-ID:\s+(<[^>]+>)/im.exec(mail)!;
  const head = [
    'From: Alice <alice@sandbox.test>',
    `To: ${support}`,
    'Subject: Water',
    `In-Reply-To: ${messageId}`,
  ];
  return [...head, 'Message-ID: <answer@customer.test>', '', 'It helped.'].join('\r\n');
}

let helpdesk: OpenHelpdesk;
let ada: Visitor;

beforeAll(async () => {
  helpdesk = await openHelpdesk();
  ada = await Visitor.at(helpdesk);
});
afterAll(async () => {
  await helpdesk?.close();
});

const heading = (name: string | RegExp): Locator => ada.page.getByRole('heading', { name, level: 1 });
const button = (name: string | RegExp): Locator => ada.page.getByRole('button', { name, exact: true });
const link = (name: string | RegExp): Locator => ada.page.getByRole('link', { name, exact: true });
// Fields that are needed carry a star in their label.
const field = (name: string): Locator => ada.page.getByLabel(new RegExp(`^${name}[\\s*]*$`));
const says = (text: string | RegExp): Promise<void> => ada.page.getByText(text).first().waitFor();

/** The addresses of all pages, of the one thing of each kind that the story made. */
async function everyPage(): Promise<string[]> {
  const paths = [
    'connect',
    'outbox',
    'sender-policy',
    'accounts/new',
    'servers/new',
    'clients/new?template=custom',
  ];
  const ids = async (kind: string) => {
    const answer = await ada.page.request.get(`${helpdesk.url}/mailroom/api/${kind}`);
    const { items } = (await answer.json()) as { items: readonly { id: string }[] };
    return [kind, ...items.map(({ id }) => `${kind}/${id}`)];
  };
  const lists = await Promise.all(['accounts', 'servers', 'clients', 'tokens'].map(ids));
  return ['/', '/tickets/1001', ...['', ...paths, ...lists.flat()].map((path) => `/mailroom/${path}`)];
}

let brokenOff = false;

/** A test that goes on where the one before ended. After a failure the others say so at once, and its page is kept. */
function chapter(title: string, tell: () => Promise<void>): void {
  it(
    title,
    async () => {
      if (brokenOff) throw new Error('the story broke off before');
      brokenOff = true;
      await tell().catch(async (error: unknown) => {
        await picture(ada.page, 'broken-off').catch(() => undefined);
        throw error;
      });
      brokenOff = false;
      expect(ada.strayed).toEqual([]);
      expect(ada.complaints).toEqual([]);
    },
    120_000,
  );
}

/** On the provider's pages: signs in as the mailbox and decides. */
async function consentAtProvider(decision: 'Accept' | 'Deny'): Promise<void> {
  await field('Mailbox').fill(support);
  await field('Password').fill(demoPassword);
  await button('Sign in').click();
  await button(decision).click();
}

/** Reloads the helpdesk's page until it shows this: it has no scripts that would. */
async function appears(what: Locator): Promise<void> {
  const looks = async () => {
    await ada.page.reload();
    return what.first().isVisible();
  };
  await until(looks, { what: String(what), timeoutMs: 20_000 });
}

describe('a mailbox behind OAuth2, from nothing', () => {
  chapter('begins with signing in', async () => {
    await ada.goTo('/mailroom/connect');
    await heading('Helpdesk').waitFor();
    await ada.goTo('/');
    await ada.signIn('ada');
    await heading('No tickets yet').waitFor();
    await picture(ada.page, 'tickets-none');
    await link('Mail').click();
    await heading('Overview').waitFor();
    await picture(ada.page, 'overview-first-steps');
  });

  chapter('needs a client, registered with what the provider gave', async () => {
    const { authorization, token, revocation, issuer, scopes } = helpdesk.sandbox.issuer('strict');
    await link('Register a client').click();
    await button(/^Custom/).waitFor();
    await picture(ada.page, 'client-templates');
    await button(/^Custom/).click();
    const redirectUri = `${helpdesk.url}/mailroom/oauth2/callback`;
    expect(await field('Redirect URI').inputValue()).toBe(redirectUri);
    await button('Copy Redirect URI').click();
    await button('Copied').waitFor();
    expect(await ada.page.evaluate('navigator.clipboard.readText()')).toBe(redirectUri);

    await field('Name').fill('Sandbox');
    await field('Client ID').fill('mailroom-demo');
    await field('Client secret').fill('mailroom-demo-secret');
    await field('Authorization endpoint').fill(authorization);
    await field('Token endpoint').fill(token);
    await field('Revocation endpoint').fill(revocation);
    await field('Issuer').fill(issuer);
    await field('Scope').fill(scopes.join(' '));
    await picture(ada.page, 'client-form');
    await button('Register and connect a mailbox').click();
    await heading('Connect a mailbox').waitFor();
    await picture(ada.page, 'connect-choose-client');
  });

  chapter('says so when the provider was not given consent, and begins again', async () => {
    await field('Mailbox address').fill(support);
    await button('Connect').click();
    await heading('Sign in').waitFor();
    await picture(ada.page, 'provider-sign-in');
    await consentAtProvider('Deny');
    await heading('The mailbox was not connected').waitFor();
    await says('The sign-in was cancelled or permission was not given.');
    await says('Nothing was stored and nothing was changed.');
    await picture(ada.page, 'consent-denied');
    await button('Try again').click();
  });

  chapter('comes back from the provider with a valid token', async () => {
    await consentAtProvider('Accept');
    await heading('Connect a mailbox').waitFor();
    await ada.page.getByRole('status').getByText('Token valid').waitFor();
    expect(new URL(ada.page.url()).pathname).toBe('/mailroom/connect');
    await picture(ada.page, 'connect-set-up');
  });

  chapter('is set up and tested in both directions', async () => {
    const { imap, smtp } = helpdesk.sandbox;
    await field('IMAP host').fill(imap.host);
    await field('SMTP host').fill(smtp.host);
    for (const [index, { port }] of [imap, smtp].entries()) {
      await field('Encryption').nth(index).selectOption('None');
      await field('Port').nth(index).fill(String(port));
    }
    await button('Test').click();
    const test = ada.page.getByRole('status');
    await test.getByText('Everything works.').nth(1).waitFor();
    await picture(ada.page, 'connect-tested');
    await button('Finish').click();
    await ada.page.getByRole('heading', { name: 'The mailbox is connected and works' }).waitFor();
    await picture(ada.page, 'connect-done');
    await link('Go to the account').click();
    await says('Fetching');
    await picture(ada.page, 'account');
  });

  chapter('turns mail into tickets, and asks nobody outside for its pictures', async () => {
    helpdesk.sandbox.deliver(support, question);
    await ada.goTo('/');
    await appears(link('The printer burns'));
    await picture(ada.page, 'tickets');
    await link('The printer burns').click();
    await heading('#1001 The printer burns').waitFor();
    await ada.page.frameLocator('iframe').getByText('Since this morning.').waitFor();
    await picture(ada.page, 'ticket');
  });

  chapter('answers', async () => {
    await field('Message').fill('Have you tried water?');
    await button(`Send from ${support}`).click();
    await appears(ada.page.getByText('sent', { exact: true }));
    const [reply, ...more] = helpdesk.sandbox.messages(alice).map(({ raw }) => raw.toString());
    expect(more).toEqual([]);
    expect(reply).toMatch(/^From: support@sandbox\.test\r$/m);
    expect(reply).toMatch(/^To: alice@sandbox\.test\r$/m);
    expect(reply).toMatch(/^In-Reply-To: <question@customer\.test>\r$/m);
    expect(reply).toMatch(/^Subject: Re: The printer burns \[#1001\]\r$/m);
    await ada.goTo('/mailroom/outbox');
    await says('Re: The printer burns [#1001]');
    await picture(ada.page, 'outbox');
  });

  chapter('warns everywhere when the provider ended it', async () => {
    helpdesk.sandbox.revoke(support);
    await helpdesk.timePasses({ minutes: 60 });
    await ada.goTo('/mailroom/tokens');
    await says('Being checked again');
    await helpdesk.timePasses({ minutes: 2 });
    const warnings = ada.page.getByRole('region', { name: 'Warnings' });
    await warnings.getByText(/refresh token for “support@sandbox.test” has expired/).waitFor();
    await picture(ada.page, 'tokens-reconnect');
    await ada.goTo('/mailroom/');
    await warnings.getByRole('button', { name: 'Reconnect' }).waitFor();
    await picture(ada.page, 'overview-reconnect');
    await ada.goTo('/');
    await ada.page
      .getByRole('alert')
      .getByText(/support@sandbox.test has ended/)
      .waitFor();
    await picture(ada.page, 'tickets-reconnect');
  });

  chapter('is whole again after one sign-in', async () => {
    await ada.page.getByRole('alert').getByRole('link', { name: 'Reconnect' }).click();
    const warnings = ada.page.getByRole('region', { name: 'Warnings' });
    await warnings.getByRole('button', { name: 'Reconnect' }).click();
    const news = ada.page.waitForResponse(/\/api\/banners$/);
    await consentAtProvider('Accept');
    await says(`Token valid: ${support} is connected.`);
    await news;
    await warnings.getByRole('button').waitFor({ state: 'hidden' });
    await picture(ada.page, 'token');
  });

  chapter('goes on in the same ticket', async () => {
    helpdesk.sandbox.deliver(support, answerTo(helpdesk.sandbox.messages(alice)[0]!.raw.toString()));
    await ada.goTo('/tickets/1001');
    expect(await ada.page.getByRole('alert').count()).toBe(0);
    await appears(ada.page.getByText('It helped.'));
    await picture(ada.page, 'ticket-answered');
    await ada.goTo('/?state=all');
    expect(await ada.page.getByRole('row').count()).toBe(1 + 1);
  });

  chapter('leads to pages that need no mouse and name every control', async () => {
    const faults: string[] = [];
    for (const path of await everyPage()) {
      await ada.goTo(path);
      await ada.page.getByRole('heading', { level: 1 }).waitFor();
      await ada.page.waitForLoadState('networkidle');
      const found = [...(await namelessControls(ada.page)), ...(await keyboardFaults(ada.page))];
      faults.push(...found.map((fault) => `${path}: ${fault}`));
    }
    expect(faults).toEqual([]);
  });
});
