import fc from 'fast-check';
import { DotStuffing } from './dot-stuffing.js';

function sent(pieces: readonly string[]): string {
  const stuffing = new DotStuffing();
  const stuffed = pieces.map((piece) => stuffing.stuff(Buffer.from(piece)));
  return Buffer.concat([...stuffed, stuffing.end()]).toString();
}

it.each([
  [['.\r\n'], '..\r\n.\r\n'],
  [['a.b\r\n.c\r\n'], 'a.b\r\n..c\r\n.\r\n'],
  [['no end'], 'no end\r\n.\r\n'],
  [['a\r\n', '.b'], 'a\r\n..b\r\n.\r\n'],
  [['a\r', '\n'], 'a\r\n.\r\n'],
  [[], '.\r\n'],
])('sends %j as %j', (pieces, expected) => {
  expect(sent(pieces)).toBe(expected);
});

it('comes out the same however the mail is cut', () => {
  const text = fc
    .array(fc.constantFrom('.', '\r\n', 'a', '..', 'b\r\n'), { maxLength: 30 })
    .map((all) => all.join(''));
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 5 }), (mail, size) => {
      const pieces = mail.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
      expect(sent(pieces)).toBe(sent(mail === '' ? [] : [mail]));
    }),
  );
});
