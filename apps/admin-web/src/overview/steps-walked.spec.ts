import { stepsWalked } from './steps-walked.js';

const nothing = { clients: 0, tokens: 0, accounts: 0, received: 0 };

it.each([
  ['nothing is there', {}, { register: false, connect: false, send: false }],
  ['a client is registered', { clients: 1 }, { register: true, connect: false, send: false }],
  ['a mailbox is connected', { clients: 1, tokens: 1 }, { register: true, connect: false, send: false }],
  [
    'its account is set up',
    { clients: 1, tokens: 1, accounts: 1 },
    { register: true, connect: true, send: false },
  ],
  ['mail has come', { clients: 1, tokens: 1, accounts: 1, received: 1 }, null],
  ['mail has come by password', { accounts: 1, received: 1 }, null],
])('when %s', (_, there, walked) => {
  expect(stepsWalked({ ...nothing, ...there })).toEqual(walked);
});
