import { goneTemplate } from '../clients/gone-template.js';
import { type ClientTemplate, type MailboxProposal, type Token } from '../api/shapes.js';
import {
  connectInput,
  incomingTrial,
  mailboxFields,
  outgoingTrial,
  validMailbox,
  withProposal,
  withProtocol,
} from './mailbox-fields.js';

const token: Token = {
  id: 't1',
  clientId: 'c1',
  clientName: 'Post',
  clientFlow: 'authorization-code',
  clientValidity: 'valid',
  mailbox: 'support@example.com',
  subject: 's',
  state: 'live',
  accessExpiresAt: '2026-01-01T00:00:00.000Z',
  refreshExpiresAt: null,
  renewal: 'refresh-token',
  scope: 'mail',
  failure: null,
  connectedAt: '2026-01-01T00:00:00.000Z',
  connectedBy: 'Ada',
  lastRefreshAt: '2026-01-01T00:00:00Z',
  nextRefreshAt: null,
  uses: [],
};
const google: ClientTemplate = {
  ...goneTemplate,
  id: 'google',
  authorizationEndpoint: 'https://accounts.example/auth',
  tokenEndpoint: 'https://accounts.example/token',
  mail: {
    imap: { host: 'imap.gmail.com', port: 993, security: 'tls' },
    pop: { host: 'pop.gmail.com', port: 995, security: 'tls' },
    smtp: { host: 'smtp.gmail.com', port: 465, security: 'tls' },
  },
};
const fields = mailboxFields(token, google);

describe('connectInput', () => {
  it('asks for the mailbox where the token is the application’s own', () => {
    const application = { ...token, clientFlow: 'client-credentials' as const, mailbox: 'The application' };
    expect(mailboxFields(application, google)).toMatchObject({ address: '', name: '', fromFilter: '' });
    const typed = mailboxFields(application, google, 'desk@example.com');
    expect(typed).toMatchObject({ address: 'desk@example.com', name: 'desk@example.com' });
    expect(connectInput(typed, application, google).address).toBe('desk@example.com');
  });

  it('leaves hosts to the template and the address to the identity', () => {
    expect(connectInput(fields, token, google)).toEqual({
      tokenId: 't1',
      name: 'support@example.com',
      incoming: { folders: ['INBOX'], disposition: 'seen', start: 'new' },
      outgoing: { fromFilter: 'support@example.com' },
    });
  });

  it.each([
    [
      'another host',
      { imapHost: 'imap.example' },
      { imap: { host: 'imap.example', port: 993, security: 'tls' } },
    ],
    ['a shared mailbox', { address: 'team@example.com' }, { address: 'team@example.com' }],
    ['one direction', { outgoing: false }, { outgoing: null }],
    ['a destination', { destination: 'sales' }, { destination: 'sales' }],
    ['a move', { disposition: 'move' as const, moveTo: 'Done' }, { incoming: { moveTo: 'Done' } }],
  ])('sends %s', (_, typed, expected) => {
    expect(connectInput({ ...fields, ...typed }, token, google)).toMatchObject(expected);
  });

  it('fetches by POP3 from the template’s host, or from another', () => {
    const chosen = { ...fields, ...withProtocol(fields, 'pop3', google) };
    expect(chosen).toMatchObject({ imapHost: 'pop.gmail.com', imapPort: 995, disposition: 'leave' });
    expect(connectInput(chosen, token, google)).toEqual({
      tokenId: 't1',
      name: 'support@example.com',
      incoming: { kind: 'pop3', disposition: 'leave', start: 'new' },
      outgoing: { fromFilter: 'support@example.com' },
    });
    expect(connectInput({ ...chosen, imapHost: 'pop.example' }, token, google)).toMatchObject({
      pop3: { host: 'pop.example', port: 995, security: 'tls' },
    });
  });

  it('sends no host of a direction that is off', () => {
    expect(
      connectInput({ ...fields, incoming: false, imapHost: 'x.example' }, token, google),
    ).not.toHaveProperty('imap');
  });
});

it('takes over the servers that were found, for what is fetched by', () => {
  const smtp = { host: 'smtp.x.test', port: 465, security: 'tls' } as const;
  const common = {
    port: 993,
    security: 'tls',
    login: '',
    auth: [],
    appPassword: false,
    template: null,
  } as const;
  const items: MailboxProposal[] = [
    { ...common, auth: ['password'], kind: 'pop3', host: 'pop.x.test', smtp: null, source: 'srv' },
    { ...common, auth: ['password'], kind: 'imap', host: 'imap.x.test', smtp, source: 'srv' },
  ];
  expect(withProposal({ kind: 'imap' }, items)).toMatchObject({
    imapHost: 'imap.x.test',
    smtpHost: 'smtp.x.test',
    smtpPort: 465,
  });
  expect(withProposal({ kind: 'pop3' }, items)).toEqual({
    imapHost: 'pop.x.test',
    imapPort: 993,
    imapSecurity: 'tls',
  });
  expect(withProposal({ kind: 'imap' }, [])).toEqual({});
});

it('is tried as the mailbox, with the token', () => {
  expect(incomingTrial({ ...fields, folders: ['Team'] }, 't1')).toMatchObject({
    host: 'imap.gmail.com',
    login: 'support@example.com',
    auth: 'token',
    tokenId: 't1',
    folders: ['Team'],
  });
});

describe('with a password', () => {
  const typed = {
    ...mailboxFields(null, undefined, 'desk@x.test'),
    imapHost: 'i.x.test',
    smtpHost: 's.x.test',
  };

  it('names itself, and who signs in only where that is somebody else', () => {
    const input = connectInput({ ...typed, password: 'pw' }, null, undefined);
    expect(input).toMatchObject({ password: 'pw', address: 'desk@x.test', smtp: { host: 's.x.test' } });
    expect(input).not.toHaveProperty('tokenId');
    expect(input).not.toHaveProperty('login');
    expect(connectInput({ ...typed, password: 'pw', login: ' box ' }, null, undefined).login).toBe('box');
  });

  it('is tried in both directions', () => {
    const signedIn = { login: 'desk@x.test', auth: 'password', tokenId: null, password: 'pw' };
    expect(incomingTrial({ ...typed, password: 'pw' }, null)).toMatchObject({
      ...signedIn,
      host: 'i.x.test',
    });
    expect(outgoingTrial({ ...typed, password: 'pw' }, null)).toMatchObject({
      ...signedIn,
      host: 's.x.test',
    });
  });

  it('is needed', () => {
    expect(validMailbox(true).password('')).not.toBeNull();
    expect(validMailbox(true).password('pw')).toBeNull();
    expect(validMailbox(false).password('')).toBeNull();
  });
});

it('wants hosts only for the directions that are on', () => {
  const unknown = mailboxFields(token, undefined);
  expect(validMailbox(false).imapHost('', unknown)).not.toBeNull();
  expect(validMailbox(false).imapHost('', { ...unknown, incoming: false })).toBeNull();
  expect(validMailbox(false).smtpHost('', { ...unknown, outgoing: false })).toBeNull();
});
