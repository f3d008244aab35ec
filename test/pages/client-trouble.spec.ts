import { CLOSED_UNDER_US } from './admin-api.js';
import { openHelpdesk, type OpenHelpdesk } from './open-helpdesk.js';
import { picture } from './picture.js';
import { Visitor } from './visitor.js';

let helpdesk: OpenHelpdesk;
let ada: Visitor;
let clientId: string;

beforeAll(async () => {
  helpdesk = await openHelpdesk();
  ada = await Visitor.at(helpdesk);
  await ada.goTo('/mailroom/');
  await ada.signIn('ada');
  const { token } = helpdesk.sandbox.issuer('microsoft');
  clientId = (await post('clients', {
    name: 'App only',
    template: 'microsoft-365-app-only',
    tenant: 'sandbox.test',
    clientId: 'mailroom-demo',
    secret: 'mailroom-demo-secret',
    secretExpiresAt: '2027-03-01T00:00:00.000Z',
    tokenEndpoint: token,
  })) as string;
}, 120_000);
afterAll(async () => {
  await ada?.leave();
  await helpdesk?.close();
});

/** Answers the id of what was made. */
async function post(path: string, data: object = {}): Promise<unknown> {
  const url = `${helpdesk.url}/mailroom/api/${path}`;
  const response = await ada.page.request.post(url, {
    headers: { origin: helpdesk.url },
    maxRetries: CLOSED_UNDER_US,
    data,
  });
  return ((await response.json()) as { id: unknown }).id;
}

describe('the page of a client', () => {
  it('tries a client without a token, and says what was done', async () => {
    // Where registering leads to.
    await ada.goTo(`/mailroom/connect?client=${clientId}`);
    await ada.link('Check its secret first').click();
    await ada.page.getByLabel(/Request a token for a trial/).check();
    await ada.button('Find the cause').click();
    await ada.reads('A token was requested for this, read and thrown away.');
    await ada.reads('IMAP.AccessAsApp');
  }, 60_000);

  it('changes the end of each of two secrets', async () => {
    await post(`clients/${clientId}/secrets`, { secret: 'the-newer-one', expiresAt: null });
    await ada.page.reload();
    await ada.button('Change the end: The older secret').click();
    const form = ada.page.getByRole('form', { name: 'Change the end: The older secret' });
    await form.getByLabel('Secret expires on').fill('2026-12-24');
    await form.getByRole('button', { name: 'Save', exact: true }).click();
    await ada.reads(/24 Dec 2026|Dec 24, 2026|December 24/);
  }, 60_000);

  it('says what keeps the provider from renewing, and tries again at once', async () => {
    const tokenId = (await post('tokens', { clientId })) as string;
    helpdesk.sandbox.faults.tokenEndpoint({ answer: 'aadsts', code: 7000222 });
    await post(`tokens/${tokenId}/refresh`);
    await ada.goTo('/mailroom/clients');
    await ada.reads('Not accepted');
    await ada.link('App only').click();
    await ada.reads('The provider does not accept this client');
    await ada.reads(/The provider is asked again/);
    await picture(ada.page, 'client in trouble');
    helpdesk.sandbox.faults.clear();
    await ada.button('Try again now').click();
    await ada.page.getByText('The provider does not accept this client').waitFor({ state: 'detached' });
  }, 60_000);
});
