import { type Client, type MailboxProposal } from '../api/shapes.js';
import { providerOf } from './provider-of.js';

const proposal = (host: string, template: string | null) => ({ host, template }) as MailboxProposal;
const google = { id: 'g', template: 'google' } as Client;
const custom = { id: 'c', template: 'custom' } as Client;

it.each([
  [[proposal('imap.gmail.com', 'google')], [custom, google], 'google', google, 'imap.gmail.com'],
  [[proposal('imap.gmail.com', 'google')], [custom], 'google', null, 'imap.gmail.com'],
  [
    [proposal('imap.x.test', null), proposal('imap.gmail.com', 'google')],
    [google],
    'google',
    google,
    'imap.gmail.com',
  ],
  [[proposal('imap.x.test', null)], [custom], null, null, 'imap.x.test'],
  [[], [custom], null, null, null],
])('of %j among %j is %s', (items, clients, template, client, host) => {
  expect(providerOf(items, clients)).toEqual({ template, client, host });
});
