import { usualLimits } from './usual-limits.js';

const server = { host: 'mail.x.example', login: 'desk@x.example', personal: false };

it.each([
  ['nobody we know', {}, { ratePerMinute: null, ratePerDay: null, recipientsPerDay: null, connections: 5 }],
  [
    'Exchange Online',
    { host: 'smtp.office365.com' },
    { ratePerMinute: 30, ratePerDay: null, recipientsPerDay: 10_000, connections: 3 },
  ],
  [
    'an own mailbox at Outlook',
    { host: 'smtp-mail.outlook.com', personal: true },
    { ratePerMinute: 10, recipientsPerDay: 10_000 },
  ],
  [
    'Workspace',
    { host: 'smtp.gmail.com' },
    { ratePerMinute: null, ratePerDay: 2_000, recipientsPerDay: 3_000, connections: 5 },
  ],
  [
    'Gmail',
    { host: 'smtp.gmail.com', login: 'somebody@Gmail.com' },
    { ratePerDay: 500, recipientsPerDay: null },
  ],
  [
    'an own mailbox at Gmail',
    { host: 'smtp.gmail.com', login: 'jane@gmail.com', personal: true },
    { ratePerMinute: 30, ratePerDay: null, recipientsPerDay: 500 },
  ],
  ['an own mailbox elsewhere', { personal: true }, { ratePerMinute: 30, ratePerDay: null }],
])('%s', (_, differs, limits) => {
  expect(usualLimits({ ...server, ...differs })).toMatchObject(limits);
});
