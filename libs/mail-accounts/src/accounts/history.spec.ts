import { isHistory, opensAnother } from './history.js';

const liveAt = new Date('2026-11-01T12:00:00.900Z');

it.each([
  ['older than going live', true, liveAt, '2026-11-01T11:59:59Z', true],
  ['of the moment of going live', true, liveAt, '2026-11-01T12:00:00Z', false],
  ['of that second, as servers date it', true, liveAt, '2026-11-01T12:00:00.000Z', false],
  ['newer', true, liveAt, '2026-11-02T00:00:00Z', false],
  ['older, where history is not told apart', false, liveAt, '2020-01-01T00:00:00Z', false],
  ['of an account that never was live', true, null, '2020-01-01T00:00:00Z', false],
])('mail %s', (_, quietImport, historyBefore, receivedAt, historic) => {
  expect(isHistory({ quietImport, historyBefore }, new Date(receivedAt))).toBe(historic);
});

it.each([
  [{ host: 'a', login: 'x' }, false],
  [{ host: 'b', login: 'x' }, true],
  [{ host: 'a', login: 'y' }, true],
])('%o is another mailbox: %s', (settings, another) => {
  expect(opensAnother({ host: 'a', login: 'x' }, settings)).toBe(another);
});
