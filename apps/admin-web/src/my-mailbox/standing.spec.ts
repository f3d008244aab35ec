import { standing } from './standing.js';

it.each([
  [
    { state: 'live', trouble: null },
    { tone: 'good', word: 'Ready' },
  ],
  [
    { state: 'draft', trouble: null },
    { tone: 'idle', word: 'Not tried yet' },
  ],
  [
    { state: 'live', trouble: 'reconnect' },
    { tone: 'bad', word: 'Signed out' },
  ],
  [
    { state: 'live', trouble: 'passing' },
    { tone: 'waiting', word: 'Waits' },
  ],
  [
    { state: 'archived', trouble: 'reconnect' },
    { tone: 'paused', word: 'Closed by an admin' },
  ],
  [
    { state: 'paused', trouble: 'ask-admin' },
    { tone: 'paused', word: 'Paused by an admin' },
  ],
] as const)('%j stands as %j', (mailbox, shown) => {
  expect(standing(mailbox)).toEqual(shown);
});
