import { timeSlots } from './time-slots.js';

it.each([
  ['hour', 48, '2026-03-30T14:00:00.000Z', '2026-04-01T13:00:00.000Z'],
  ['day', 30, '2026-03-03T00:00:00.000Z', '2026-04-01T00:00:00.000Z'],
] as const)('ends with the %s that runs', (by, count, first, last) => {
  const slots = timeSlots(by, new Date('2026-04-01T13:59:59.999Z'));
  expect([slots.length, slots[0]?.toISOString(), slots.at(-1)?.toISOString()]).toEqual([count, first, last]);
});
