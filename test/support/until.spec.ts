import { until } from './until.js';

it('answers with the first truthy value', async () => {
  let asked = 0;
  expect(await until(() => (asked += 1) >= 3 && asked, { what: 'three' })).toBe(3);
});

it('names what it waited for and keeps the last error', async () => {
  const cause = new Error('not there');
  const waiting = until(() => Promise.reject(cause), { timeoutMs: 50, what: 'the letter' });
  await expect(waiting).rejects.toMatchObject({ message: 'waited 50 ms for the letter', cause });
});
