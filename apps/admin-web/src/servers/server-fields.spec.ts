import { type Server } from '../api/shapes.js';
import { emptyServer, fieldsOf, newServer, serverChange, serverDraft } from './server-fields.js';

const server: Server = {
  id: '0b0c7a52-6f7e-4a57-a5d1-0f6f0a9b8c7d',
  name: 'Desk',
  host: 'smtp.x.example',
  port: 587,
  security: 'starttls',
  tlsTrust: { kind: 'verified' },
  cautions: [],
  auth: 'password',
  login: 'desk@x.example',
  hasPassword: true,
  tokenId: null,
  fromFilter: 'desk@x.example',
  priority: 10,
  purpose: 'transactional',
  owner: { id: 'staff-7', name: 'Jane' },
  isFallback: false,
  sizeLimitBytes: 10_485_760,
  ratePerMinute: 30,
  ratePerHour: null,
  ratePerDay: null,
  recipientsPerDay: 10_000,
  connections: 3,
  saveToSent: false,
  state: 'live',
  comment: '',
  health: {
    state: 'ok',
    lastSuccessAt: null,
    failure: null,
    notBefore: null,
    queued: 0,
    failed: 0,
    oldestQueuedAt: null,
    missingCopies: null,
  },
};

it('changes nothing where nothing was changed', () => {
  expect(serverChange(fieldsOf(server), server, false)).toEqual({});
});

it('says what was changed, and takes limits away where they were emptied', () => {
  const fields = {
    ...fieldsOf(server),
    ratePerMinute: '' as const,
    recipientsPerDay: '' as const,
    ownerId: '',
    trust: 'any' as const,
  };
  expect(serverChange(fields, server, false)).toEqual({
    ratePerMinute: null,
    recipientsPerDay: null,
    owner: null,
    tlsTrust: { kind: 'any' },
  });
});

it('has nought judged instead of taking it for no limit', () => {
  const typed = { ...fieldsOf(server), ratePerDay: 0, connections: 0, sizeLimitMb: 0 };
  const sent = { ratePerDay: 0, connections: 0, sizeLimitBytes: 0 };
  expect(serverChange(typed, server, false)).toEqual(sent);
  expect(newServer({ ...emptyServer, ...typed })).toMatchObject(sent);
  expect(serverDraft(typed)).toMatchObject(sent);
});

it('shows priority, limits and comment to the rules, and nothing secret', () => {
  const typed = {
    ...fieldsOf(server),
    password: 'open sesame',
    ratePerHour: 7,
    priority: 3,
    comment: 'Desk',
  };
  expect(serverDraft(typed)).toMatchObject({
    ratePerMinute: 30,
    ratePerHour: 7,
    priority: 3,
    comment: 'Desk',
  });
  expect(JSON.stringify(serverDraft(typed))).not.toContain('sesame');
});

it('leaves the limits of a new server to its provider, unless they are typed', () => {
  expect(newServer(emptyServer)).not.toHaveProperty('ratePerMinute');
  expect(newServer(emptyServer)).not.toHaveProperty('connections');
  expect(newServer({ ...emptyServer, ratePerDay: 500, recipientsPerDay: 600 })).toMatchObject({
    ratePerDay: 500,
    recipientsPerDay: 600,
  });
});
