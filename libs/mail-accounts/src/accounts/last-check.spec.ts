import { passedJustNow } from './last-check.js';

const at = (time: string) => `2026-11-27T${time}Z`;
const tested = (time: string, passed = true) => ({
  lastCheck: { at: at(time), passed, steps: [] },
  liveSince: null,
});

it.each<[string, Parameters<typeof passedJustNow>[0], boolean]>([
  ['this second', tested('12:00:00'), true],
  ['four minutes ago', tested('11:55:01'), true],
  ['five minutes ago', tested('11:55:00'), false],
  ['in vain', tested('11:59:00', false), false],
  ['by a clock that was set back since', tested('12:00:01'), false],
  ['never, or before what matters was changed', { lastCheck: null, liveSince: null }, false],
  ['before it went live', { ...tested('11:58:00'), liveSince: new Date(at('11:59:00')) }, false],
  ['after it was live', { ...tested('11:58:00'), liveSince: new Date(at('11:00:00')) }, true],
])('was tested %s', (_, account, fresh) =>
  expect(passedJustNow(account, new Date(at('12:00:00')))).toBe(fresh),
);
