import { hushOf } from './hush.js';

it.each([
  [
    'a throttle is for all that share the limit',
    'mailbox-throttled',
    90_000,
    { among: 'limit', running: true },
  ],
  [
    'a limit that is reached keeps new sessions away',
    'mailbox-connection-limit',
    60_000,
    { among: 'limit', running: false },
  ],
  [
    'bandwidth is that of one login',
    'mailbox-bandwidth-exceeded',
    3_600_000,
    { among: 'login', running: true },
  ],
  ['a throttle that was waited out concerns nobody', 'mailbox-throttled', 0, null],
  ['a throttle without a time concerns nobody', 'mailbox-throttled', undefined, null],
  ['a server that was too slow for one concerns nobody else', 'mailbox-too-slow', 60_000, null],
  ['nor does a mailbox that is locked', 'mailbox-busy', undefined, null],
  ['what is no failure of a mailbox has no hush', 'constructor', 60_000, null],
])('%s', (_, code, retryAfterMs, hush) => {
  expect(hushOf({ code, params: retryAfterMs === undefined ? {} : { retryAfterMs } })).toEqual(hush);
});
