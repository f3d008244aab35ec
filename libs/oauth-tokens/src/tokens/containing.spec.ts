import { containing } from './containing.js';

it.each([
  [undefined, null],
  ['', null],
  ['support', '%support%'],
  ['100%_\\', '%100\\%\\_\\\\%'],
])('%j is looked for as %j', (part, pattern) => {
  expect(containing(part)).toBe(pattern);
});
