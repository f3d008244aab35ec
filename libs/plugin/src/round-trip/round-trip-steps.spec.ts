import { stepsOf } from './round-trip-steps.js';

const mail = { createdAt: '2026-11-26T03:00:00.000Z', sentAt: null, problem: null } as const;
const trouble = { code: 'server-busy', params: {}, disposition: 'retry-later', at: mail.createdAt } as const;

it.each([
  ['queued', null, null, ['done', 'under-way', 'ahead']],
  ['delayed', trouble, null, ['done', 'under-way', 'ahead']],
  ['failed', trouble, null, ['done', 'failed', 'ahead']],
  ['sent', null, null, ['done', 'done', 'under-way']],
  ['sent', null, new Date(0), ['done', 'done', 'done']],
  // The connection died after the whole mail had gone out: it is there all the same.
  ['delayed', trouble, new Date(0), ['done', 'under-way', 'done']],
] as const)('%s', (status, problem, arrived, states) => {
  const steps = stepsOf({ ...mail, status, problem }, arrived);
  expect(steps.map(({ state }) => state)).toEqual(states);
  expect(steps[1]?.problem?.code).toBe(problem?.code);
});
