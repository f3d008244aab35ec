import { demoPassword } from '../../apps/sandbox/src/index.js';
import { everyPage } from './every-page.js';
import { answerTo, question } from './letters.js';
import { openHelpdesk, type OpenHelpdesk } from './open-helpdesk.js';
import { picture } from './picture.js';
import { keyboardFaults, namelessControls } from './reachability.js';
import { Visitor } from './visitor.js';

const support = 'support@sandbox.test';
const alice = 'alice@sandbox.test';

let helpdesk: OpenHelpdesk;
let ada: Visitor;
let brokenOff = false;

beforeAll(async () => {
  helpdesk = await openHelpdesk();
  ada = await Visitor.at(helpdesk);
});
afterAll(async () => {
  await helpdesk?.close();
});

/** A test that goes on where the one before ended. After a failure the others say so at once, and its page is kept. */
function chapter(title: string, tell: () => Promise<void>, timeoutMs = 120_000): void {
  const told = async () => {
    if (brokenOff) throw new Error('the story broke off before');
    brokenOff = true;
    await tell().catch(async (error: unknown) => {
      await picture(ada.page, 'broken-off').catch(() => undefined);
      throw error;
    });
    brokenOff = false;
    expect(ada.strayed).toEqual([]);
    expect(ada.complaints).toEqual([]);
  };
  it(title, told, timeoutMs);
}

/** On the provider's pages: signs in as the mailbox and decides. */
async function consentAtProvider(decision: 'Accept' | 'Deny'): Promise<void> {
  await ada.field('Mailbox').fill(support);
  await ada.field('Password').fill(demoPassword);
  await ada.button('Sign in').click();
  await ada.button(decision).click();
}

const warnings = () => ada.page.getByRole('region', { name: 'Warnings' });

describe('a mailbox behind OAuth2, from nothing', () => {
  chapter('begins with signing in', async () => {
    await ada.goTo('/mailroom/connect');
    await ada.heading('Helpdesk').waitFor();
    await ada.goTo('/');
    await ada.signIn('ada');
    await ada.heading('No tickets yet').waitFor();
    await picture(ada.page, 'tickets none');
    await ada.link('Mail').click();
    await ada.heading('Overview').waitFor();
    await picture(ada.page, 'overview first steps');
  });

  chapter('needs a client, registered with what the provider gave', async () => {
    const { authorization, token, revocation, issuer, scopes } = helpdesk.sandbox.issuer('strict');
    await ada.link('Register a client').click();
    await ada.button(/^Custom/).waitFor();
    await picture(ada.page, 'client templates');
    await ada.button(/^Custom/).click();
    // The page before has a redirect URI, too, which goes away with it.
    await ada.field('Client ID').waitFor();
    const redirectUri = `${helpdesk.url}/mailroom/oauth2/callback`;
    expect(await ada.field('Redirect URI').inputValue()).toBe(redirectUri);
    expect(await ada.copies('Redirect URI')).toBe(redirectUri);

    await ada.field('Name').fill('Sandbox');
    await ada.field('Client ID').fill('mailroom-demo');
    await ada.field('Client secret').fill('mailroom-demo-secret');
    await ada.field('Authorization endpoint').fill(authorization);
    await ada.field('Token endpoint').fill(token);
    await ada.field('Revocation endpoint').fill(revocation);
    await ada.field('Issuer').fill(issuer);
    await ada.field('Scope').fill(scopes.join(' '));
    await picture(ada.page, 'client form');
    await ada.button('Register and connect a mailbox').click();
    await ada.field('Mailbox address').waitFor();
    await picture(ada.page, 'connect choose client');
  });

  chapter('says so when the provider was not given consent, and begins again', async () => {
    await ada.field('Mailbox address').fill(support);
    await ada.button('Connect').click();
    await ada.heading('Sign in').waitFor();
    await picture(ada.page, 'provider sign-in');
    await consentAtProvider('Deny');
    await ada.heading('The mailbox was not connected').waitFor();
    await ada.reads('The sign-in was cancelled or permission was not given.');
    await ada.reads('Nothing was stored and nothing was changed.');
    await picture(ada.page, 'consent denied');
    await ada.button('Try again').click();
  });

  chapter('comes back from the provider with a valid token', async () => {
    await consentAtProvider('Accept');
    await ada.heading('Connect a mailbox').waitFor();
    await ada.page.getByRole('status').getByText('Token valid').waitFor();
    expect(new URL(ada.page.url()).pathname).toBe('/mailroom/connect');
    await picture(ada.page, 'connect set up');
  });

  chapter('is set up and tested in both directions', async () => {
    const { imap, smtp } = helpdesk.sandbox;
    await ada.field('IMAP host').fill('imap host');
    await ada.reads('The server does not accept this value: it is no host name.');
    await ada.field('IMAP host').fill(imap.host);
    await ada.field('SMTP host').fill(smtp.host);
    for (const [name, { port }] of Object.entries({ 'IMAP server': imap, 'SMTP server': smtp })) {
      const server = ada.page.getByRole('group', { name, exact: true });
      await server.getByLabel('Encryption').selectOption('None');
      await server.getByLabel('Port').fill(String(port));
    }
    await ada.button('Look which folders there are').click();
    await ada.reads('4 found: type to search.');
    await ada.page.getByLabel('Mail goes to').selectOption({ index: 1 });
    await ada.button('Test').click();
    const tests = ada.page.getByRole('status').getByText('Everything works.');
    await tests.nth(1).waitFor();
    await picture(ada.page, 'connect tested');
    await ada.button('Finish').click();
    await ada.heading('The mailbox is connected and works').waitFor();
    await ada.reads('Open the folder');
    await picture(ada.page, 'connect done');
    await ada.link('Go to the account').click();
    await ada.reads('Fetching');
  });

  chapter('turns mail into tickets, and tells no sender who reads it', async () => {
    helpdesk.sandbox.deliver(support, question);
    await ada.goTo('/');
    await ada.reloadsUntil(() => ada.link('The printer burns').isVisible(), 'the ticket in the list');
    await picture(ada.page, 'tickets');
    await ada.link('The printer burns').click();
    await ada.page.frameLocator('iframe').getByText('Since this morning.').waitFor();
    await picture(ada.page, 'ticket');
    expect(ada.strayed).toEqual([]);

    await ada.page.route('http://tracker.test/**', (route) => route.fulfill({ contentType: 'image/png' }));
    const asked = ada.page.waitForRequest('http://tracker.test/**');
    await ada.link('Load remote pictures').click();
    await asked;
    expect(ada.strayed.splice(0)).toEqual(['http://tracker.test/seen.png']);
  });

  chapter('answers from the mailbox, and the customer sees what it answers', async () => {
    await ada.field('Message').fill('Have you tried water?');
    await ada.button(`Send from ${support}`).click();
    const sent = ada.page.getByText('sent', { exact: true });
    await ada.reloadsUntil(() => sent.isVisible(), 'the reply to leave');
    const [reply, ...more] = helpdesk.sandbox.messages(alice).map(({ raw }) => raw.toString());
    expect(more).toEqual([]);
    expect(reply).toMatch(/^From: support@sandbox\.test\r$/m);
    expect(reply).toMatch(/^To: alice@sandbox\.test\r$/m);
    expect(reply).toMatch(/^In-Reply-To: <question@customer\.test>\r$/m);
    expect(reply).toMatch(/^Subject: Re: The printer burns \[#1001\]\r$/m);
  });

  chapter('warns everywhere when the provider ended it', async () => {
    helpdesk.sandbox.revoke(support);
    await helpdesk.timePasses({ minutes: 60 });
    await ada.goTo('/mailroom/tokens');
    await ada.reads('Being checked again');
    await helpdesk.timePasses({ minutes: 2 });
    await warnings().getByText('refresh token for “support@sandbox.test” has expired').waitFor();
    await picture(ada.page, 'tokens reconnect');
    await ada.goTo('/mailroom/');
    await warnings().getByRole('button', { name: 'Reconnect' }).waitFor();
    await picture(ada.page, 'overview reconnect');
    await ada.goTo('/');
    await ada.page.getByRole('alert').getByText('“support@sandbox.test” has expired').waitFor();
    await picture(ada.page, 'tickets reconnect');
  });

  chapter('is whole again after one sign-in', async () => {
    await ada.page.getByRole('alert').getByRole('link', { name: 'Reconnect' }).click();
    await consentAtProvider('Accept');
    await ada.reads(`Token valid: ${support} is connected.`);
    await picture(ada.page, 'token reconnected');
    await ada.goTo('/');
    await ada.heading('Tickets').waitFor();
    await ada.page.getByRole('alert').waitFor({ state: 'detached' });
    await ada.goTo('/mailroom/');
    await ada.reads('Nothing needs you right now.');
    await ada.settles();
    expect(await warnings().getByRole('button').count()).toBe(0);
  });

  chapter('goes on in the same ticket', async () => {
    helpdesk.sandbox.deliver(support, answerTo(helpdesk.sandbox.messages(alice)[0]!.raw));
    await ada.goTo('/tickets/1001');
    await ada.reloadsUntil(() => ada.page.getByText('It helped.').isVisible(), 'the answer');
    await ada.page.frameLocator('iframe').getByText('Since this morning.').waitFor();
    expect(await keyboardFaults(ada.page)).toEqual([]);
    await picture(ada.page, 'ticket answered');
    await ada.goTo('/?state=all');
    expect(await ada.page.getByRole('row').count()).toBe(1 + 1);
    expect([...(await namelessControls(ada.page)), ...(await keyboardFaults(ada.page))]).toEqual([]);
  });

  chapter(
    'leaves pages that need no mouse and name every control',
    async () => {
      const faults: string[] = [];
      for (const [name, path] of await everyPage(ada.page, helpdesk.url)) {
        await ada.goTo(path);
        await ada.settles();
        await picture(ada.page, `page ${name}`);
        const found = [...(await namelessControls(ada.page)), ...(await keyboardFaults(ada.page))];
        faults.push(...found.map((fault) => `${path}: ${fault}`));
      }
      expect(faults).toEqual([]);
    },
    300_000,
  );
});
