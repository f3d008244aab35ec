import fc from 'fast-check';
import { namesOf, type ListedMail } from './names-of.js';

const listed = (...mails: [string, number][]): ListedMail[] =>
  mails.map(([uidl, size], index) => ({ number: index + 1, uidl, size }));

it.each<[string, ListedMail[], string[]]>([
  ['its UIDL and its size', listed(['a', 1], ['b', 1], ['a', 2]), ['a 1', 'b 1', 'a 2']],
  ['its place too where two are alike', listed(['a', 1], ['b', 1], ['a', 1]), ['a 1 1/2', 'b 1', 'a 1 2/2']],
])('a mail goes by %s', (_what, list, names) => {
  expect(namesOf(list)).toEqual(names);
});

it('fits into an index, however long the server makes it', () => {
  const [one, other] = namesOf(listed(['x'.repeat(8_000), 1], [`${'x'.repeat(7_999)}y`, 1]));
  expect(one).not.toBe(other);
  expect(one).toMatch(/^sha256 \S{43} 1$/);
});

it('never gives one name to two mails of a list', () => {
  const uidl = fc.stringMatching(/^[!-~]{1,3}$/);
  fc.assert(
    fc.property(fc.array(fc.tuple(uidl, fc.nat(3)), { maxLength: 60 }), (mails) => {
      const names = namesOf(listed(...mails));
      expect(new Set(names).size).toBe(mails.length);
    }),
  );
});
