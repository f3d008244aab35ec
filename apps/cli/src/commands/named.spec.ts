import { oneNamed } from './named.js';

const things = [
  { id: '1', name: 'Support' },
  { id: '2', name: 'support' },
  { id: '3', name: 'Sales' },
  { id: '4', name: 'Sales' },
];

it.each([
  ['3', '3'],
  ['Support', '1'],
  ['support', '2'],
])('%s is %s', (word, id) => {
  expect(oneNamed('account', things, word).id).toBe(id);
});

it.each([
  ['SUPPORT', 'ambiguous'],
  ['Sales', 'ambiguous'],
  ['nobody', 'not-found'],
])('%s is refused: %s', (word, code) => {
  expect(() => oneNamed('account', things, word)).toThrow(expect.objectContaining({ code }));
});
