import { sorted } from './sorted.js';

it.each([
  [
    ['beta', 'Alpha', 'alpha2', 'alpha10'],
    ['Alpha', 'alpha2', 'alpha10', 'beta'],
  ],
  [
    [10, 9, -1],
    [-1, 9, 10],
  ],
])('puts %j in order', (items, ordered) => {
  expect(sorted<string | number>(items, (item) => item)).toEqual(ordered);
});

it('leaves what is alike as it was, and what it was given', () => {
  const items = [
    { id: 1, hits: 2 },
    { id: 2, hits: 1 },
    { id: 3, hits: 2 },
  ];
  expect(sorted(items, ({ hits }) => -hits).map(({ id }) => id)).toEqual([1, 3, 2]);
  expect(items.map(({ id }) => id)).toEqual([1, 2, 3]);
});
