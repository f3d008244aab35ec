import fc from 'fast-check';
import { decodedWords } from './encoded-words.js';
import { fieldsOf, firstValue } from './field-words.js';
import { libmime, processHeaders } from './libmime.js';
import { plainMailboxes } from './plain-mailboxes.js';
import { structuredValue } from './structured-value.js';

const texts = (...pieces: readonly string[]) =>
  fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((parts) => parts.join(''));

function addressesOf(line: string): unknown {
  const field = processHeaders([{ key: 'to', line }]).get('to');
  return field && { value: (field as { value: unknown }).value };
}

describe('fields without mailparser', () => {
  it.each([
    ['=?utf-8?Q?J=C3=B6rg_M=C3=BCller?=', 'Jörg Müller'],
    ['Re: =?UTF-8?B?w6Q=?= and =?UTF-8?B?w7Y=?=', 'Re: ä and ö'],
    ['=?utf-8?q?=C3?= \r\n =?utf-8?q?=A4?=', 'ä'],
    ['=?utf-8?q?=C3=?=', '\ufffd='],
    ['no word', 'no word'],
  ])('decodes %j as %j', (text, expected) => {
    expect(decodedWords(text)).toBe(expected);
  });

  it('decodes words as libmime does', () => {
    const pieces = [
      '=?utf-8?q?',
      '=?UTF-8?Q?',
      '=?utf-8?B?',
      '=?iso-8859-1?q?',
      '?=',
      '=C3=A4',
      '=E4',
      '_',
      '=',
      '?',
    ];
    fc.assert(
      fc.property(
        texts(...pieces, 'w6Q=', 'YQ==', 'YWJj', ' ', '\t', 'Re: ', '-', '(', 'ü', '=?'),
        (text) => {
          expect(decodedWords(text)).toBe(libmime.decodeWords(text));
        },
      ),
      { numRuns: 5_000 },
    );
  });

  it('reads parameters as libmime does', () => {
    const pieces = [
      'text/plain',
      'charset',
      'name',
      '*',
      '*0',
      '*1*',
      '=',
      ';',
      '"',
      '\\',
      ' ',
      '\t',
      'a',
      'ü',
      "utf-8''",
    ];
    fc.assert(
      fc.property(
        texts(...pieces, '; ', '%41', '=?utf-8?q?=41?=', '; charset=utf-8', '; name="a b"'),
        (text) => {
          const { value, params } = structuredValue(text.trim());
          expect({ value, params }).toEqual(libmime.parseHeaderValue(text.trim()));
        },
      ),
      { numRuns: 5_000 },
    );
  });

  it('reads mailboxes as mailparser does', () => {
    const pieces = [
      'Jane',
      ' ',
      'Doe',
      '"',
      '<',
      '>',
      'jane@a.test',
      'j@xn--bcher-kva.test',
      '@',
      ',',
      ', ',
      ';',
      ':',
      '(',
      ')',
    ];
    const more = [
      '=?utf-8?q?J=C3=B6rg?=',
      ' <a.b+c@d-e.test>',
      '"Doe, Jane" ',
      '.',
      "'",
      '\\',
      '[',
      ']',
      '=?',
      '?=',
      '\r\n ',
      'ü',
    ];
    fc.assert(
      fc.property(texts(...pieces, ...more), (text) => {
        const line = `To: ${text}`;
        const [field] = [fieldsOf([{ key: 'to', line }], new Set(['to'])).get('to')];
        expect(field && { value: (field as { value: unknown }).value }).toEqual(addressesOf(line));
      }),
      { numRuns: 5_000 },
    );
  });

  it('needs mailparser for nothing that mailers usually write', () => {
    expect(plainMailboxes('Jane Doe <jane@a.test>, "Doe, John" <john@b.test>,x@c.test')).toEqual([
      { name: 'Jane Doe', address: 'jane@a.test' },
      { name: 'Doe, John', address: 'john@b.test' },
      { name: '', address: 'x@c.test' },
    ]);
    expect(plainMailboxes('=?utf-8?Q?J=C3=B6rg?= <j@a.test>')).toEqual([
      { name: 'Jörg', address: 'j@a.test' },
    ]);
    expect(plainMailboxes('everybody: a@b.test;')).toBeNull();
  });

  it('unfolds a field as libmime does', () => {
    fc.assert(
      fc.property(texts('a', ' ', '\t', '\r\n ', '\n\t', ':', 'ü', '=?utf-8?q?a?='), (text) => {
        const line = `Content-Type: ${text}`;
        expect(firstValue([{ key: 'content-type', line }], 'content-type')).toBe(
          libmime.decodeHeader(line).value.trim(),
        );
      }),
      { numRuns: 2_000 },
    );
  });

  it('takes no longer for fields that are made to take long', () => {
    const long = 100_000;
    const started = performance.now();
    decodedWords(`${'=?utf-8?q?a?= '.repeat(long / 10)}=?`);
    decodedWords(`=?utf-8?q?${'='.repeat(long)}`);
    structuredValue(`a;${' '.repeat(long)}x`);
    structuredValue(`${'a=a;'.repeat(long)}"`);
    plainMailboxes(`${'a '.repeat(2_000)}<`);
    plainMailboxes('a@a.a,'.repeat(600));
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
