import { MARKED_DAYS, placeInTime, placeOfDay } from './place-in-time.js';

const now = new Date('2026-04-01T00:00:00Z');

it.each([
  ['what has ended', '2026-03-01T00:00:00Z', 0],
  ['what ends now', '2026-04-01T00:00:00Z', 0],
  ['what ends in a year', '2027-04-01T00:00:00Z', 100],
  ['what ends later', '2040-01-01T00:00:00Z', 100],
])('puts %s at its end of the line', (_, at, expected) => {
  expect(placeInTime(new Date(at), now)).toBe(expected);
});

it('gives the nearer days more room', () => {
  const places = MARKED_DAYS.map(placeOfDay);
  expect(places.toSorted((a, b) => a - b)).toEqual(places);
  expect(placeOfDay(7)).toBeGreaterThan(20);
});
