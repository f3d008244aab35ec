import fc from 'fast-check';
import { unflow } from './unflow.js';

it.each<[string, boolean, string]>([
  ['one \ntwo \nthree\n', false, 'one two three\n'],
  ['one \r\ntwo\r\n\r\nthree', false, 'one two\n\nthree'],
  ['> a \n> b\n>> c \n>> d\ne', false, '> a b\n>> c d\ne'],
  ['> a \n>> b', false, '> a \n>> b'],
  ['one \n-- \nJane \nDoe', false, 'one \n-- \nJane Doe'],
  [' From here\n >no quote', false, 'From here\n>no quote'],
  ['日本 \n語', true, '日本語'],
  ['open ', false, 'open '],
  ['', false, ''],
])('%j → %j', (text, delSp, expected) => {
  expect(unflow(text, delSp)).toBe(expected);
});

it('loses nothing but white space, marks and line ends', () => {
  const left = (text: string): string => text.replaceAll(/[\s>]/g, '');
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', ' ', '>', '\n', '-') }),
      fc.boolean(),
      (text, delSp) => {
        expect(left(unflow(text, delSp))).toBe(left(text));
      },
    ),
  );
});
