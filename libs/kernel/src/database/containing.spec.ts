import { containing, containingEach } from './containing.js';

it.each([
  [undefined, null],
  ['', null],
  ['support', '%support%'],
  ['100%_\\', '%100\\%\\_\\\\%'],
])('%j is looked for as %j', (part, pattern) => {
  expect(containing(part)).toBe(pattern);
});

it.each([
  [undefined, []],
  ['  ', []],
  ['ada invoice', ['%ada%', '%invoice%']],
  [' 50%\tada ', ['%50\\%%', '%ada%']],
])('%j is looked for word by word as %j', (typed, patterns) => {
  expect(containingEach(typed)).toEqual(patterns);
});
