import { healthState } from './account-answer.js';
import { checkMove } from './account-moves.js';
import { type AccountState } from './mail-account.js';

const states: AccountState[] = ['draft', 'live', 'paused', 'archived'];
const allowed = ['draft>live', 'draft>archived', 'live>paused', 'live>archived'].concat([
  'paused>live',
  'paused>archived',
  'archived>paused',
]);

it.each(states.flatMap((from) => states.map((to) => [from, to] as const)))('%s → %s', (from, to) => {
  const may = from === to || allowed.includes(`${from}>${to}`);
  if (may) expect(() => checkMove(from, to)).not.toThrow();
  else expect(() => checkMove(from, to)).toThrow(expect.objectContaining({ code: 'account-state-refused' }));
});

it.each([
  ['never fetched', {}, 'never'],
  ['fetched', { lastSuccessAt: new Date(1) }, 'ok'],
  ['failed', { lastSuccessAt: new Date(1), failureCode: 'mailbox-login-refused' }, 'failing'],
  ['told to wait', { failureCode: 'mailbox-throttled', notBefore: new Date(3) }, 'waiting'],
  ['waited long enough', { failureCode: 'mailbox-throttled', notBefore: new Date(1) }, 'failing'],
])('%s: %o', (_, row, state) => {
  const plain = { failureCode: null, notBefore: null, lastSuccessAt: null };
  expect(healthState({ ...plain, ...row }, new Date(2))).toBe(state);
});
