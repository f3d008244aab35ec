import fc from 'fast-check';
import { parseArguments, textOf } from './arguments.js';
import { bodyStructureOf } from './body-structure.js';
import { sectionOf } from './body-section.js';
import { envelopeOf } from './envelope.js';
import { parseHeader } from './header.js';
import { internalDate, parseImapDate } from './internal-date.js';
import { parseMime } from './mime-tree.js';
import { Refusal } from './refusal.js';
import { parseBearer, parsePlain } from '../wire/sasl.js';
import { parseSequenceSet, writeSequenceSet } from './sequence-set.js';

describe('arguments', () => {
  it('are atoms, strings and lists; a section stays in one atom', () => {
    const literals = [Buffer.from('liter\0l')];
    expect(
      parseArguments('1:* (FLAGS BODY.PEEK[HEADER.FIELDS (TO CC)]<0.9>) "a \\"b\\"" \0' + '0\0 ()', literals),
    ).toEqual([
      { atom: '1:*' },
      { list: [{ atom: 'FLAGS' }, { atom: 'BODY.PEEK[HEADER.FIELDS (TO CC)]<0.9>' }] },
      { string: Buffer.from('a "b"') },
      { string: literals[0] },
      { list: [] },
    ]);
  });

  it('hold UTF-8 in strings', () => {
    const [name] = parseArguments(Buffer.from('"Grüße"').toString('latin1'), []);
    expect(textOf(name)).toBe('Grüße');
  });

  it('are refused when they make no sense, never worse', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('(', ')', '"', '\\', '[', ']', ' ', 'a', '\0', '0', '{') }),
        (text) => {
          try {
            parseArguments(text, []);
          } catch (error) {
            expect(error).toBeInstanceOf(Refusal);
          }
        },
      ),
    );
  });
});

describe('sequence sets', () => {
  it('say again what was written', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 200 }), { minLength: 1 }), (numbers) => {
        const includes = parseSequenceSet(writeSequenceSet(numbers), 200);
        for (let number = 1; number <= 200; number++) expect(includes(number)).toBe(numbers.includes(number));
      }),
    );
  });

  it('take * for the largest number, from either side', () => {
    const includes = parseSequenceSet('9:*,2', 5);
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9].filter(includes)).toEqual([2, 5, 6, 7, 8, 9]);
  });

  it.each(['', '0-3', '1:', 'a', '1,,2'])('refuse %j', (text) => {
    expect(() => parseSequenceSet(text, 5)).toThrow(Refusal);
  });
});

describe('envelopes', () => {
  const envelope = (...lines: string[]) => envelopeOf(parseHeader(`${lines.join('\r\n')}\r\n\r\n`));

  it.each([
    ['To: a@b.c', '((NIL NIL "a" "b.c"))'],
    ['To: "Doe, J" <j@b.c>, x@y', '(("Doe, J" NIL "j" "b.c")(NIL NIL "x" "y"))'],
    ['To: friends: a@b.c, d@e.f;', '((NIL NIL "a" "b.c")(NIL NIL "d" "e.f"))'],
    ['To: a@b.c (a comment)', '((NIL NIL "a" "b.c"))'],
    ['To: undisclosed-recipients:;', 'NIL'],
    ['To: just a name', '((NIL NIL "just a name" ""))'],
  ])('read %s', (line, expected) => {
    expect(envelope(line)).toBe(`(NIL NIL NIL NIL NIL ${expected} NIL NIL NIL NIL)`);
  });

  it('send what no quotes can hold as a literal', () => {
    expect(envelope('Subject: \xe9"')).toContain('{2}\r\n\xe9"');
  });
});

describe('MIME', () => {
  const raw = Buffer.from(
    [
      'Content-Type: multipart/mixed; boundary=x',
      '',
      '--x',
      '',
      'one',
      '--x',
      'Content-Type: message/rfc822',
      '',
      'Subject: inner',
      'Content-Type: multipart/alternative; boundary=y',
      '',
      '--y',
      '',
      'two',
      '--y--',
      '--x--',
      '',
    ].join('\r\n'),
  );

  it.each([
    ['1', 'one'],
    ['2.HEADER.FIELDS (SUBJECT)', 'Subject: inner\r\n\r\n'],
    ['2.1', 'two'],
    ['2.MIME', 'Content-Type: message/rfc822\r\n\r\n'],
    ['HEADER.FIELDS.NOT (CONTENT-TYPE)', '\r\n'],
    ['3', null],
  ])('has at %s', (section, expected) => {
    expect(sectionOf(raw, section)?.toString() ?? null).toBe(expected);
  });

  it('describes a message inside a message', () => {
    expect(bodyStructureOf(parseMime(raw), false)).toMatch(
      /^\(\("text" "plain" NIL NIL NIL "7BIT" 3 0\)\("message" "rfc822" NIL NIL NIL "7BIT" \d+ \(NIL "inner" .*\) "alternative"\) \d+\) "mixed"\)$/,
    );
  });

  it('survives whatever claims to be a message', () => {
    const pieces = fc.constantFrom(
      'Content-Type: multipart/mixed; boundary=x\r\n',
      '--x',
      '--x--',
      '\r\n',
      '\n',
      'text',
      'Content-Type: message/rfc822\r\n',
    );
    fc.assert(
      fc.property(fc.array(pieces), (parts) => {
        const bytes = Buffer.from(parts.join(''));
        expect(bodyStructureOf(parseMime(bytes))).toMatch(/^\(.*\)$/s);
      }),
    );
  });
});

it('says and reads dates', () => {
  expect(internalDate(new Date('2026-02-07T21:52:25Z'))).toBe('07-Feb-2026 21:52:25 +0000');
  expect(parseImapDate('07-Feb-2026 21:52:25 +0100')).toEqual(new Date('2026-02-07T20:52:25Z'));
  expect(parseImapDate(' 7-feb-2026')).toEqual(new Date('2026-02-07T00:00:00Z'));
  expect(parseImapDate('yesterday')).toBeNull();
});

it('reads what the three mechanisms send', () => {
  expect(parsePlain('\0bob\0pass\0word')).toEqual({ user: 'bob', password: 'pass' });
  expect(parseBearer('user=a@b.c\x01auth=Bearer to.k=en\x01\x01')).toEqual({
    user: 'a@b.c',
    token: 'to.k=en',
  });
  expect(parseBearer('n,a=a=2Cb@c,\x01host=h\x01port=143\x01auth=Bearer t\x01\x01')).toEqual({
    user: 'a,b@c',
    token: 't',
  });
  expect(parseBearer('nonsense')).toEqual({ user: '', token: '' });
});
