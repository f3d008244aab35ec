import { demoPassword, type Profile } from '../../apps/sandbox/src/index.js';
import { faultsInLooks } from './axe.js';
import { openHelpdesk, type OpenHelpdesk } from './open-helpdesk.js';
import { picture } from './picture.js';
import { keyboardFaults, namelessControls } from './reachability.js';
import { Visitor } from './visitor.js';

const TEMPLATES = { microsoft: 'microsoft-365', google: 'google' } as const;

let helpdesk: OpenHelpdesk;
let ada: Visitor;
let alex: Visitor;

beforeAll(async () => {
  helpdesk = await openHelpdesk();
  [ada, alex] = [await Visitor.at(helpdesk), await Visitor.at(helpdesk)];
  await alex.page.setViewportSize({ width: 390, height: 844 });
  await ada.goTo('/mailroom/');
  await ada.signIn('ada');
});
afterAll(async () => {
  await helpdesk?.close();
});

/** A registration at the sandbox, closed to staff as yet; answers its id. */
async function register(profile: keyof typeof TEMPLATES): Promise<string> {
  const { authorization, token, revocation, issuer } = helpdesk.sandbox.issuer(profile as Profile);
  const { host, port } = helpdesk.sandbox.smtp;
  const response = await ada.page.request.post(`${helpdesk.url}/mailroom/api/clients`, {
    headers: { origin: helpdesk.url },
    data: {
      name: `Sandbox ${profile}`,
      template: TEMPLATES[profile],
      clientId: 'mailroom-demo',
      secret: 'mailroom-demo-secret',
      authorizationEndpoint: authorization,
      tokenEndpoint: token,
      revocationEndpoint: revocation,
      issuer,
      mailHosts: [host],
      submission: { host, port, security: 'none' },
    },
  });
  expect(response.status()).toBe(201);
  return ((await response.json()) as { id: string }).id;
}

async function consents(address: string): Promise<void> {
  await alex.field('Mailbox').fill(address);
  await alex.field('Password').fill(demoPassword);
  await alex.button('Sign in').click();
  await alex.button('Accept').click();
  await alex.heading('My mailbox').waitFor();
}

const card = (address: string) => alex.page.getByRole('region', { name: address });

it('is open to staff who are no admins once an admin says so, and tells them until then whom to ask', async () => {
  await alex.goTo('/mailroom/my-mailbox');
  await alex.signIn('alex');
  await alex.reads('Nothing is open for this yet. Ask an admin of the helpdesk.');
  await alex.goTo('/');
  await alex.link('My mailbox').click();
  await alex.heading('My mailbox').waitFor();
  expect(alex.complaints).toEqual([]);
});

it('lets authors write under their own address from a switch of the sender policy', async () => {
  await ada.goTo('/mailroom/sender-policy');
  const own = ada.page.getByRole('switch', { name: 'Authors write under their own address' });
  await own.press('Space');
  await ada.button('Save').click();
  await ada.isTold('Saved.');
  await ada.page.reload();
  await own.waitFor();
  expect(await own.isChecked()).toBe(true);
  await picture(ada.page, 'sender policy own addresses');
});

it.each(['google', 'microsoft'] as const)(
  'connects, ends, connects again and lets go of a mailbox behind %s',
  async (profile) => {
    const address = `${profile}-alex@sandbox.test`;
    helpdesk.sandbox.addPerson(address);
    const client = await register(profile);
    await ada.goTo(`/mailroom/clients/${client}`);
    await ada.page.getByRole('switch', { name: 'Staff may connect a mailbox of their own' }).press('Space');
    await picture(ada.page, `client for staff ${profile}`);
    await ada.button('Save').click();
    await ada.isTold('Saved.');

    await alex.goTo('/mailroom/my-mailbox');
    await alex.heading('No mailbox is connected').waitFor();
    await picture(alex.page, `my mailbox none ${profile}`);
    expect(await faultsInLooks(alex.page, 'none')).toEqual([]);
    await alex.button(`Connect with Sandbox ${profile}`).click();
    await consents(address);
    await card(address).getByText('It works.').waitFor();
    await card(address).getByText('Ready', { exact: true }).waitFor();
    expect(alex.page.url()).toBe(`${helpdesk.url}/mailroom/my-mailbox`);
    expect(await namelessControls(alex.page)).toEqual([]);
    expect(await keyboardFaults(alex.page)).toEqual([]);
    await picture(alex.page, `my mailbox ready ${profile}`);
    expect(await faultsInLooks(alex.page, 'ready')).toEqual([]);
    await alex.button('Send me a test mail').click();
    await alex.reads(`A test mail is on its way to ${address}.`);

    helpdesk.sandbox.revoke(address);
    await helpdesk.timePasses({ minutes: 60 });
    await alex.button('Try it').click();
    await alex.reads('It does not work yet.');
    await helpdesk.timePasses({ minutes: 2 });
    await alex.button('Try it').click();
    await card(address).getByText('Signed out', { exact: true }).waitFor();
    await picture(alex.page, `my mailbox ended ${profile}`);
    expect(await faultsInLooks(alex.page, 'ended')).toEqual([]);
    await alex.goTo('/');
    await alex.reads(`Your sign-in of ${address} has ended.`);
    await picture(alex.page, `tickets with own notice ${profile}`);
    await alex.link('Connect again').click();
    await alex.button('Connect again').click();
    await consents(address);
    await card(address).getByText('Ready', { exact: true }).waitFor();

    await alex.button('Disconnect').click();
    await alex.page.getByRole('dialog').waitFor();
    await picture(alex.page, `my mailbox disconnect ${profile}`);
    expect(await faultsInLooks(alex.page, 'a question')).toEqual([]);
    await alex.page.getByRole('dialog').getByRole('button', { name: 'Disconnect' }).click();
    await alex.heading('No mailbox is connected').waitFor();
    await ada.goTo('/mailroom/servers');
    await ada.reads('of Alex Agent');
    for (const visitor of [ada, alex]) {
      expect(visitor.complaints).toEqual([]);
      expect(visitor.strayed).toEqual([]);
    }
  },
  180_000,
);

it('says why nothing came of it, where somebody else signed in or said no', async () => {
  await alex.goTo('/mailroom/my-mailbox');
  await alex.button('Connect with Sandbox google').click();
  await alex.field('Mailbox').fill('bob@sandbox.test');
  await alex.field('Password').fill(demoPassword);
  await alex.button('Sign in').click();
  await alex.button('Deny').click();
  await alex.reads('The mailbox was not connected');
  await alex.reads('The sign-in was cancelled or permission was not given.');
  await picture(alex.page, 'my mailbox denied');
  await alex.goTo('/mailroom/authorizations/unknown?code=state-used');
  await alex.reads('The mailbox was not connected');
  expect(alex.complaints).toEqual([]);
});
