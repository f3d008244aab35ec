import fc from 'fast-check';
import { decodeBase64 } from './base64.js';
import { base64Size } from './base64-size.js';
import { decodeQuotedPrintable } from './quoted-printable.js';

const decoded = (text: string): string =>
  decodeQuotedPrintable(Buffer.from(text, 'latin1')).toString('latin1');

describe('quoted-printable', () => {
  it.each([
    ['a=3Db', 'a=b'],
    ['a=3db', 'a=b'],
    ['a=\r\nb=\nc', 'abc'],
    ['a  \t\r\nb \n', 'a\r\nb\n'],
    ['a= \t\r\nb', 'ab'],
    ['==\r\n41', 'A'],
    ['a=zz=4', 'a=zz=4'],
    ['end=', 'end'],
    ['end= ', 'end'],
    ['\u00fc=FC', '\u00fc\u00fc'],
    ['', ''],
  ])('%j is %j', (encoded, expected) => {
    expect(decoded(encoded)).toBe(expected);
  });

  it('reads back whatever was written', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const escaped = [...bytes].map((byte) => `=${byte.toString(16).padStart(2, '0')}`).join('');
        expect(decoded(escaped)).toBe(Buffer.from(bytes).toString('latin1'));
      }),
    );
  });

  it('takes its steps one after the other, whatever meets', () => {
    const pieces = fc.constantFrom(
      'a',
      'F',
      '4',
      '1',
      ' ',
      '\t',
      '=',
      '\r',
      '\n',
      '\r\n',
      '=\r\n',
      '=3D',
      '\u00fc',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        const stepByStep = text
          .replaceAll(/[ \t]+(?=[\r\n]|$)/g, '')
          .replaceAll(/=(\r?\n|$)/g, '')
          .replaceAll(/=([0-9a-f]{2})/gi, (_, digits: string) => String.fromCharCode(parseInt(digits, 16)));
        expect(decoded(text)).toBe(stepByStep);
      }),
      { numRuns: 2_000 },
    );
  });

  it('takes its time from the length, whatever it is made of', () => {
    const begun = process.cpuUsage();
    for (const piece of [' ', '=', '=\r\n', ' \r']) decoded(piece.repeat(2_000_000) + 'x');
    expect(process.cpuUsage(begun).user).toBeLessThan(8_000_000);
  });
});

it.each([
  ['QUJD', 'ABC'],
  ['QQ==\r\nQkM=', 'ABC'],
  ['=QUJD', 'ABC'],
  ['= \r\nQU:JD', 'ABC'],
  ['====', ''],
  ['', ''],
])('base64: %j is %j', (encoded, expected) => {
  expect(decodeBase64(Buffer.from(encoded)).toString('latin1')).toBe(expected);
});

describe('the size of base64', () => {
  const lines = (bytes: Buffer, length: number, end: string): string =>
    (bytes.toString('base64').match(new RegExp(`.{1,${length}}`, 'g')) ?? []).join(end);

  it('is that of what was encoded, however it is wrapped', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 2_000 }),
        fc.integer({ min: 1, max: 100 }),
        fc.constantFrom('\r\n', '\n', '\r\n ', ''),
        fc.constantFrom('', '\r\n', '\r\n\r\n'),
        (bytes, length, end, last) => {
          const body = lines(Buffer.from(bytes), length, end) + last;
          expect(base64Size(Buffer.from(body))).toBe(bytes.length);
        },
      ),
    );
  });

  it.each([
    ['QQ==QUJD', 4],
    ['QUI=\r\nQUI=\r\nQUI=\r\n', 6],
    ['Q-U_J*D', 3],
    ['QUJDR', 3],
    ['====', 0],
  ])('of %j is %i', (body, size) => {
    expect(base64Size(Buffer.from(body))).toBe(size);
  });
});
