import fc from 'fast-check';
import { anyText } from '../../../../test/support/any-text.js';
import { Problem } from '../problems/problem.js';
import { formatAddress } from './format-address.js';
import { domainOf, sameAddress } from './mail-address.js';
import { parseAddress, parseAddresses } from './parse-addresses.js';

describe('parseAddresses', () => {
  it.each([
    ['a@b.example', [{ name: '', address: 'a@b.example' }]],
    ['"Doe, Jane" <jane@B.Example>', [{ name: 'Doe, Jane', address: 'jane@b.example' }]],
    ['Jörg <j@münchen.example>', [{ name: 'Jörg', address: 'j@xn--mnchen-3ya.example' }]],
    ['"john doe"@b.example', [{ name: '', address: '"john doe"@b.example' }]],
    ['"x@y"@b.example', [{ name: '', address: '"x@y"@b.example' }]],
    ['a@b.example (the first)', [{ name: 'the first', address: 'a@b.example' }]],
    [
      'Team: a@b.example, Bo <c@d.example>;',
      [
        { name: '', address: 'a@b.example' },
        { name: 'Bo', address: 'c@d.example' },
      ],
    ],
    ['undisclosed-recipients:;', []],
    ['', []],
    ["O'Neil <o'neil@b.example>", [{ name: "O'Neil", address: "o'neil@b.example" }]],
    ['用户@例子.example', [{ name: '', address: '用户@xn--fsqu00a.example' }]],
  ])('reads %s', (text, expected) => {
    expect(parseAddresses(text)).toEqual(expected);
  });

  it.each([
    'a@b.example\r\nBcc: c@d.example',
    'a@b.example\n',
    '"a\u0000b" <a@b.example>',
    'a\u2028b <a@b.example>',
    'nobody',
    'a@',
    '@b.example',
    'a@b@c.example',
    'a..b@c.example',
    'a@-b.example',
    'a@b_c.example',
    'a@%41.example',
    'a@1',
    'a@127.0.0.1',
    'a@[127.0.0.1]',
    'a@b..example',
    `${'a'.repeat(65)}@b.example`,
    `a@${'b'.repeat(64)}.example`,
    'a@b.example, nobody',
  ])('refuses %j', (text) => {
    expect(() => parseAddresses(text)).toThrow(expect.objectContaining({ code: 'address-invalid' }));
  });

  it('answers or refuses whatever it is given, and never anything else', () => {
    fc.assert(
      fc.property(fc.oneof(anyText(), mess()), (text) => {
        try {
          for (const { name, address } of parseAddresses(text)) formatAddress({ name, address });
        } catch (error) {
          expect(error).toBeInstanceOf(Problem);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('formatAddress', () => {
  it.each([
    [{ name: '', address: 'a@B.example' }, 'a@b.example'],
    [{ name: 'Jane Doe', address: 'a@b.example' }, 'Jane Doe <a@b.example>'],
    [{ name: 'Doe, "J" \\', address: 'a@b.example' }, '"Doe, \\"J\\" \\\\" <a@b.example>'],
  ])('writes %j', (address, expected) => {
    expect(formatAddress(address)).toBe(expected);
  });

  it('is read back as it was', () => {
    const name = fc
      .string({ unit: 'grapheme' })
      .map((text) => text.replaceAll(/\p{C}|\p{Zl}|\p{Zp}/gu, '').trim());
    fc.assert(
      fc.property(name, plainAddress(), (name, address) => {
        const written = formatAddress({ name, address });
        expect(written).not.toMatch(/[\r\n\0]/);
        expect(parseAddress(written)).toEqual({ name, address });
      }),
      { numRuns: 2_000 },
    );
  });

  it('refuses a name that would start a header of its own', () => {
    expect(() => formatAddress({ name: 'x\r\nBcc: y@z.example', address: 'a@b.example' })).toThrow(Problem);
  });
});

it('compares local parts without case and domains as A-labels', () => {
  expect(sameAddress('Support@MÜNCHEN.example', 'support@xn--mnchen-3ya.example')).toBe(true);
  expect(sameAddress('support@a.example', 'support@b.example')).toBe(false);
});

it('takes the domain from behind the last @', () => {
  expect(domainOf('"x@y"@B.Example')).toBe('b.example');
});

function mess(): fc.Arbitrary<string> {
  const piece = fc.constantFrom(
    'a',
    'b.c',
    '@',
    '<',
    '>',
    '"',
    '(',
    ')',
    ',',
    ';',
    ':',
    '\\',
    ' ',
    '[',
    ']',
    'ü',
    '.',
  );
  return fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(''));
}

function plainAddress(): fc.Arbitrary<string> {
  return fc
    .tuple(fc.stringMatching(/^[a-z][a-z0-9+_-]{0,20}$/), fc.stringMatching(/^[a-z][a-z0-9]{0,10}$/))
    .map(([local, label]) => `${local}@${label}.example`);
}
