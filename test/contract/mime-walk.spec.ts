import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { HeaderValue } from 'mailparser';
import { walkedParts } from '../../libs/mail-accounts/src/mime/walked-parts.js';
import { type MailParts } from '../../libs/mail-accounts/src/parsing/mail-parts.js';
import { readParts } from '../../libs/mail-accounts/src/parsing/read-parts.js';
import { withTrimmedBoundaries } from '../../libs/mail-accounts/src/parsing/trimmed-boundaries.js';
import { withUtf8Headers } from '../../libs/mail-accounts/src/parsing/utf8-headers.js';
import { generateMail } from '../bench/mail/generate-mail.js';

/** The same collection that real-mail.spec.ts reads, which says loudly when it is not there. */
const folder = process.env['MAILROOM_REAL_MAIL'] ?? join(import.meta.dirname, '../../../shared/data/mail');
const FIELDS = ['from', 'sender', 'reply-to', 'to', 'cc', 'subject'];

describe('our own walk through a mail says what mailparser says, or nothing', () => {
  it('of ordinary mail, all of which it reads', async () => {
    let smaller = 0;
    for await (const { raw } of generateMail(60)) {
      if (raw.length > 300_000) continue;
      smaller += 1;
      expect(walkedParts(raw)).not.toBeNull();
      await expectTheSame(raw);
    }
    expect(smaller).toBeGreaterThan(50);
  });

  it('of real mail, as servers send it', async () => {
    for (const raw of realMail()) await expectTheSame(withCrLf(raw));
  });

  it('of anything that looks like mail', async () => {
    let walked = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 3, maxLength: 30 }), async (lines) => {
        const raw = Buffer.from([...lines, ''].join('\r\n'), 'latin1');
        if (await expectTheSame(raw, true)) walked += 1;
      }),
      { numRuns: 1_500 },
    );
    expect(walked).toBeGreaterThan(100);
  });

  it('of multiparts in multiparts', async () => {
    await fc.assert(
      fc.asyncProperty(entity(3), async (lines) => {
        expect(await expectTheSame(Buffer.from([...lines, ''].join('\r\n'), 'latin1'), true)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

/**
 * Compares, and answers whether the walk had anything to say. Of a body that is nothing but a line end mailparser
 * sometimes makes a blank line: `leniently` looks past that.
 */
async function expectTheSame(mail: Buffer, leniently = false): Promise<boolean> {
  // mailparser is given mail without white space behind boundaries, wherever it stands.
  const raw = withTrimmedBoundaries(withUtf8Headers(mail));
  const walked = walkedParts(raw);
  if (!walked) return false;
  const [ours, theirs] = [new Attachments(), new Attachments()];
  const expected = await readParts(raw, theirs.take);
  walkedParts(raw, ours.take);
  expect(comparable(walked, ours, leniently)).toEqual(comparable(expected, theirs, leniently));
  return true;
}

class Attachments {
  private readonly pieces: Record<number, Buffer[]> = {};
  readonly take = (index: number, bytes: Buffer): void => {
    (this.pieces[index] ??= []).push(bytes);
  };

  bytes(index: number): string {
    return Buffer.concat(this.pieces[index] ?? []).toString('latin1');
  }
}

function comparable(parts: MailParts, taken: Attachments, leniently: boolean): object {
  const seen = (text: string | null) => (leniently && text ? text.replaceAll(/[\r\n]+/g, '\n').trim() : text);
  return {
    text: seen(parts.text),
    html: seen(parts.html),
    attachments: parts.attachments.map(({ size, ...part }, index) => ({
      ...part,
      size: leniently && size === 2 ? 0 : size,
      bytes: seen(taken.bytes(index)),
    })),
    fields: FIELDS.map((name) => [parts.headers.get(name)].flat().map(asRead)),
    lines: parts.headerLines.map(({ key, line: text }) => [key, text]),
  };
}

/** What mailparser writes of addresses beside them, as text and as HTML, is nobody's concern. */
function asRead(field: HeaderValue | undefined): unknown {
  return typeof field === 'object' && 'value' in field ? field.value : field;
}

function realMail(): Buffer[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.eml')).map((name) => readFileSync(join(folder, name)));
}

function withCrLf(raw: Buffer): Buffer {
  return Buffer.from(raw.toString('latin1').replaceAll(/\r?\n/g, '\r\n'), 'latin1');
}

const line = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('', '', '--x', '--y', '--x--', '--y--') },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      'Content-Type: multipart/mixed; boundary=x',
      'Content-Type: multipart/alternative; boundary="y"',
      'Content-Type: text/plain; charset=iso-8859-1',
      'Content-Type: text/plain; format=flowed; delsp=yes',
      'Content-Type: text/html; charset="utf-8"',
      'Content-Type: application/octet-stream; name="=?utf-8?q?=C3=BC.pdf?="',
      "Content-Disposition: attachment; filename*0*=utf-8''%e2%82%ac; filename*1=.png",
      'Content-Disposition: inline',
      'Content-Transfer-Encoding: base64',
      'Content-Transfer-Encoding: quoted-printable (yes)',
      'Content-ID: <one@x>',
      'Content-Type: message/rfc822',
      'From: "A, B" <a@b.example>, c@d.example',
      'Subject: =?iso-8859-1?q?caf=E9?= =?utf-8?b?w7w=?=',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'QUJD',
      'QUI=',
      'QUJDRA==',
      'QQ==QUJD',
      'Q-_?',
      '=41=4',
      'soft =',
      '= \t',
      '==',
      '3D',
      'e \t',
      ' folded',
      '-- ',
      '--xy',
      '>',
      '<p>hi</p>',
      '\tx=3d',
    ),
  },
);

/** Lines of a part of up to so many levels, each with a boundary of its own. */
function entity(levels: number): fc.Arbitrary<string[]> {
  const content = fc
    .array(fc.constantFrom('QUJD', 'QUI=', 'x =', '=C3=BC', '', '--', '-- ', 'a b ', ' c', '--0', '\0'), {
      maxLength: 6,
    })
    .map((lines) => (lines[0] === '' ? ['a', ...lines] : lines));
  const leaf = fc
    .tuple(
      fc.constantFrom(
        'text/plain',
        'text/plain; charset=windows-1252',
        'text/plain; name=notes.txt',
        'application/pdf; name=a',
        'text/csv',
        'image/png',
      ),
      fc.constantFrom('7bit', '8bit', 'base64', 'quoted-printable', 'x-odd'),
      fc.constantFrom([], ['Content-Disposition: attachment'], ['Content-ID: <a@b>'], ['X-Other: 1', ' 2']),
      content,
    )
    .map(([type, encoding, others, body]) => [
      `Content-Type: ${type}`,
      `Content-Transfer-Encoding: ${encoding}`,
      ...others,
      '',
      ...body,
    ]);
  if (levels === 0) return leaf;
  const parts = fc.array(entity(levels - 1), { minLength: 1, maxLength: 3 });
  const kind = fc.constantFrom('mixed', 'related', 'alternative');
  const whole = fc.tuple(kind, fc.nat(), content, content, parts);
  return fc.oneof(
    leaf,
    whole.map(([name, salt, before, after, inner]) => {
      const boundary = `${levels}=_${salt}`;
      const within = inner.flatMap((lines) => [`--${boundary}`, ...lines]);
      const head = `Content-Type: multipart/${name}; boundary="${boundary}"`;
      return [head, '', ...before, ...within, `--${boundary}--`, ...after];
    }),
  );
}
