import fc from 'fast-check';
import { mendMail } from './mending/mend-mail.js';
import { parseMail } from './parse-mail.js';

const lines = (...all: string[]): string => all.join('\r\n');
const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');
const head = lines('From: a@b.example', 'Subject: Hi');
const letter = (...rest: string[]): Buffer => bytes(lines(head, ...rest));
const pdf = ['Content-Type: application/pdf; name=a.pdf', '', '%PDF'];
const seen = async (raw: Buffer) => {
  const mail = await parseMail(raw);
  return [
    mail?.from?.address,
    mail?.subject,
    (mail?.text ?? mail?.html)?.trim(),
    ...(mail?.attachments ?? []).map(({ filename, contentType }) => filename || contentType),
  ];
};
const hello = ['a@b.example', 'Hi', 'Hello'];

describe('lines that are odd', () => {
  const sound = lines(
    head,
    'Content-Type: multipart/mixed; boundary=x',
    '',
    '--x',
    '',
    'Hello',
    '--x',
    ...pdf,
    '--x--',
  );

  it.each<[string, (text: string) => string]>([
    ['CR alone', (text) => text.replaceAll('\r\n', '\r')],
    [
      'CR alone, below what servers wrote',
      (text) => `Received: from x\r\n\tby y\r\n${text.replaceAll('\r\n', '\r')}`,
    ],
    ['CR twice', (text) => text.replaceAll('\r\n', '\r\r\n')],
    ['LF alone', (text) => text.replaceAll('\r\n', '\n')],
    ['empty ones on top', (text) => `\r\n\r\n${text}`],
    ['the one of mbox on top', (text) => `From a@b.example Fri Nov 20 10:00:00 2026\r\n${text}`],
    ['the one of mbox on top, quoted', (text) => `>From a@b.example Fri Nov 20 10:00:00 2026\r\n${text}`],
    ['a space before the colon', (text) => text.replaceAll(/^([\w-]+):/gm, '$1 :')],
  ])('are read: %s', async (_, made) => {
    expect(await seen(bytes(made(sound)))).toEqual([...hello, 'a.pdf']);
  });

  it('begin the body where none parts it from the header', async () => {
    expect(await seen(letter('Hello', 'and more'))).toEqual(['a@b.example', 'Hi', 'Hello\nand more']);
    expect(await seen(letter('Hello', '', 'and more'))).toEqual(['a@b.example', 'Hi', 'Hello\n\nand more']);
    expect((await parseMail(bytes('Hello there\r\nyou')))?.text).toBe('Hello there\nyou');
  });

  it('stay part of the header between two fields, and where a field says that it goes on', async () => {
    expect(await seen(bytes(lines('From: a@b.example', 'odd one', 'Subject: Hi', '', 'Hello')))).toEqual(
      hello,
    );
    const type = ['Content-Type: multipart/mixed;', 'boundary="x"'];
    expect(await seen(letter(...type, '', '--x', '', 'Hello', '--x--'))).toEqual(hello);
  });
});

describe('a multipart', () => {
  const parts = ['--x', '', 'Hello', '--x', ...pdf, '--x--'];

  it.each<[string, string[]]>([
    ['without a boundary', ['Content-Type: multipart/mixed', '', ...parts]],
    ['with its boundary in the body', ['Content-Type: multipart/mixed;', '', 'boundary="x"', '', ...parts]],
    ['with another boundary', ['Content-Type: multipart/mixed; boundary=abc', '', ...parts]],
    ['with a boundary in single quotes', ["Content-Type: multipart/mixed; boundary='x'", '', ...parts]],
    ['without a semicolon', ['Content-Type: multipart/mixed boundary="x"', '', ...parts]],
    ['with a comment', ['Content-Type: multipart/mixed; boundary="x" (why not)', '', ...parts]],
    ['in pieces', ['Content-Type: multipart/mixed; boundary*0=x; boundary*1=""', '', ...parts]],
    ['without an empty line above', ['Content-Type: multipart/mixed; boundary=x', ...parts]],
    ['without an end', ['Content-Type: multipart/mixed; boundary=x', '', ...parts.slice(0, -1)]],
    [
      'with one inside that does not end',
      [
        'Content-Type: multipart/mixed; boundary=x',
        '',
        '--x',
        'Content-Type: multipart/alternative; boundary=y',
        '',
        '--y',
        '',
        'Hello',
        '--x',
        ...pdf,
        '--x--',
      ],
    ],
    [
      'in a multipart, neither with a boundary',
      [
        'Content-Type: multipart/mixed',
        '',
        '--x',
        'Content-Type: multipart/alternative',
        '',
        '--y',
        'Content-Type: text/plain',
        '',
        'Hello',
        '--y--',
        '--x',
        ...pdf,
        '--x--',
      ],
    ],
  ])('is read %s', async (_, rest) => {
    expect(await seen(letter(...rest))).toEqual([...hello, 'a.pdf']);
  });

  it.each(['multipart/mixed; boundary="MP_/Xw5"', 'multipart/report;', 'multipart/alternative'])(
    'of no parts is text: %s',
    async (type) => {
      const mail = await parseMail(letter(`Content-Type: ${type}`, '', 'Hello', '', '-- ', 'A. B.'));
      expect(mail?.text).toBe('Hello\n\n-- \nA. B.');
      expect(mail?.headers['content-type']).toEqual([type]);
    },
  );
});

it('that is closed and never opened is read, with the header of its part', async () => {
  const type = 'Content-Type: multipart/alternative; boundary=x';
  expect(await seen(letter(type, '', 'Hello', '--x--'))).toEqual(hello);
  const html = ['Content-Type: text/html', 'Content-Transfer-Encoding: base64', '', 'PHA+SGVsbG88L3A+'];
  expect(await seen(letter(type, '', ...html, '--x--'))).toEqual(['a@b.example', 'Hi', '<p>Hello</p>']);
});

it('of no parts is not parted by what comments of HTML begin and end with', async () => {
  const html = ['<html><!--', '--', 'x: y', '-->', '', 'Hello', '-->', ''];
  const mail = await parseMail(letter('Content-Type: multipart/mixed; boundary=a', '', ...html));
  expect(mail?.text).toContain('Hello');
});

describe('a content type', () => {
  it.each([
    ['text', 'Hello'],
    ['TEXT', 'Hello'],
    ['text/', 'Hello'],
    ['plain; charset=utf-8', 'Hello'],
    ['mostly-harmless', 'Hello'],
    ['text/plain, charset=utf-8', 'Hello'],
    ['text/plain charset=utf-8', 'Hello'],
    ['text/markdown', 'Hello'],
    ['html', '<p>Hello</p>'],
    ['text/html charset="utf-8"', '<p>Hello</p>'],
  ])('that is odd is text: %s', async (type, body) => {
    expect(await seen(letter(`Content-Type: ${type}`, '', body))).toEqual(['a@b.example', 'Hi', body]);
  });

  it('that is odd is a file where it has a name, and what is of use as a file stays one', async () => {
    const named = letter('Content-Type: pdf; name=a.pdf', '', '%PDF');
    expect(await seen(named)).toEqual(['a@b.example', 'Hi', undefined, 'a.pdf']);
    const invitation = letter('Content-Type: text/calendar', '', 'BEGIN:VCALENDAR');
    expect(await seen(invitation)).toEqual(['a@b.example', 'Hi', undefined, 'text/calendar']);
  });

  it('of a mail that is another one shows that one', async () => {
    const sent = letter('Content-Type: message/rfc822', '', 'Subject: inner', '', 'Hello');
    expect(await seen(sent)).toEqual([...hello, 'message/rfc822']);
  });
});

describe('a transfer encoding', () => {
  const base64 = Buffer.from('Hello Wörld, and so on').toString('base64');
  const text = async (...rest: string[]) => (await parseMail(letter(...rest)))?.text;

  it.each(['"quoted-printable"', 'quoted-printable;', 'Quoted-Printable (yes)'])(
    'is read: %s',
    async (name) => {
      expect(await text(`Content-Transfer-Encoding: ${name}`, '', 'Hall=C3=B6')).toBe('Hallö');
    },
  );

  it('ends where somebody added words without one', async () => {
    const type = ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: base64', ''];
    expect(await text(...type, base64, '', '_____', 'desk mailing list')).toMatch(
      /^Hello Wörld, and so on\s+_____\s+desk mailing list$/,
    );
    expect(await text(...type, 'This is no base64, is it?')).toBe('This is no base64, is it?');
    // What got lost on the way is no reason to give up.
    expect(await text(...type, `${base64.slice(0, 8)}!\r\n${base64.slice(8)}`)).toBe(
      'Hello Wörld, and so on',
    );
  });
});

describe('fields', () => {
  it.each([
    ['Jan <mailto:a@b.example>', 'a@b.example'],
    ['Jan <SMTP:a@b.example>', 'a@b.example'],
    ['Jan <@x.example,@y.example:a@b.example>', 'a@b.example'],
    ['Jan < a@b.example', 'a@b.example'],
    ['Miller, Jan <a@b.example>', 'a@b.example'],
  ])('name an address: %s', async (from, address) => {
    expect((await parseMail(bytes(lines(`From: ${from}`, '', 'x'))))?.from?.address).toBe(address);
  });

  it('that come twice count once: the first that says anything', async () => {
    const twice = ['Subject:', 'Subject: one', 'Subject: two', 'From: a@b.example', 'From: c@d.example'];
    const mail = await parseMail(bytes(lines(...twice, 'To: e@f.example', 'To: g@h.example', '', 'x')));
    expect([mail?.subject, mail?.from?.address]).toEqual(['one', 'a@b.example']);
    expect(mail?.to.map(({ address }) => address)).toEqual(['e@f.example', 'g@h.example']);
  });

  it.each([
    ['=?utf-8?Q?Gr=C3=\r\n =BC=C3=9Fe?= x', 'Grüße x'],
    ['=?utf-8?B?R3LD\r\n vA==?= x', 'Grü x'],
    ['\u001b$B$"\u001b(B', 'あ'],
    ['=?iso-8859-1?Q?Gr=C3=BC=C3=9Fe?=', 'Grüße'],
    ['=?utf-8?Q?Gr=FC=DFe?=', 'Grüße'],
    ['=?utf-8?B?R3LD?= =?utf-8?B?vMOfZQ==?=', 'Grüße'],
    ['=?utf-8?Q?Gr=C3=BC?= =?iso-8859-1?Q?=DFe?=', 'Grüße'],
  ])('are read: %j', async (subject, read) => {
    expect((await parseMail(bytes(lines(`Subject: ${subject}`, '', 'x'))))?.subject).toBe(read);
  });

  it.each([
    ['Fri, 20 Nov 2026 10.00.00 +0100', '09:00'],
    ['Fri, 20 Nov 2026 10:00:00 CEST', '08:00'],
    ['Fri Nov 20 10:00:00 CET 2026', '09:00'],
    ['Fr., 20 Nov 2026 10:00:00 MEZ', '09:00'],
    ['Fri, 20 Nov 2026 10:00:00 XYZ', '10:00'],
    ['Friday, November 20, 2026 10:00 AM', '10:00'],
  ])('say when: %s', async (date, time) => {
    const mail = await parseMail(bytes(lines(`Date: ${date}`, '', 'x')));
    expect(mail?.date?.toISOString()).toBe(`2026-11-20T${time}:00.000Z`);
  });

  it.each([
    ['filename="A long name that\r\ngoes on.pdf"', 'A long name that goes on.pdf'],
    ["filename='a b.pdf'", 'a b.pdf'],
    ['filename*0="=?UTF-8?B?R3LDvMOf";\r\n filename*1="ZS5wZGY=?="', 'Grüße.pdf'],
    ['filename*="UTF-8\'\'Gr%C3%BC%C3%9Fe.pdf"', 'Grüße.pdf'],
    ["filename*0*=''attached%2E;\r\n filename*1*=%70;\r\n filename*2=df", 'attached.pdf'],
    ['filename=my bill 2026.pdf', 'my bill 2026.pdf'],
  ])('name a file: %j', async (disposition, name) => {
    const part = [
      'Content-Type: application/pdf',
      `Content-Disposition: attachment; ${disposition}`,
      '',
      '%PDF',
    ];
    const raw = letter(
      'Content-Type: multipart/mixed; boundary=x',
      '',
      '--x',
      '',
      'Hello',
      '--x',
      ...part,
      '--x--',
    );
    expect(await seen(raw)).toEqual([...hello, name]);
  });

  it.each([
    ['text/plain; charset=utf-16', 'Hello', 'Hello'],
    ['text/plain; charset=utf-16le', 'Gr\u00c3\u00bc\u00c3\u009fe', 'Grüße'],
    ['text/plain; charset=8859-2', '\u00b9\u00b1', 'šą'],
    ['text/plain; charset=iso-2022-jp', '\u001b(I6E\u001b(B', 'ｶﾅ'],
    ['text/html', '<meta charset="iso-8859-2"><p>\u00b9\u00b1</p>', 'šą'],
    ['text/html', '<meta http-equiv=x content="text/html; charset=windows-1251"><p>\u00cf\u00f0</p>', 'Пр'],
  ])('name a character set, or the text does: %s', async (type, body, words) => {
    const mail = await parseMail(letter(`Content-Type: ${type}`, '', body));
    expect(mail?.text ?? mail?.html).toContain(words);
  });
});

it('knows a picture that is shown, however its address is written', async () => {
  const picture = (id: string) => ['--x', 'Content-Type: image/png', `Content-ID: <${id}>`, '', 'pixels'];
  const html = '<img src="cid:one%4001D.ABC"><img src=CID:two@x><img src="cid:a&amp;b@x">';
  const raw = letter(
    'Content-Type: multipart/related; boundary=x',
    '',
    '--x',
    'Content-Type: text/html',
    '',
    html,
    ...['one@01D.ABC', 'two@x', 'a&b@x', 'on'].flatMap(picture),
    '--x--',
  );
  expect((await parseMail(raw))?.attachments.map(({ inline }) => inline)).toEqual([true, true, true, false]);
});

describe('mending', () => {
  const piece = fc.constantFrom(
    '--x',
    '--x--',
    '--y',
    '--y--',
    '',
    'Content-Type: multipart/mixed; boundary=x',
    'Content-Type: multipart/alternative; boundary="y"',
    'Content-Type: multipart/mixed',
    'Content-Type: text',
    'boundary=x',
    'Hello',
    '\tfolded "',
    '-- ',
  );

  it('loses no word and adds but little, whatever the lines', async () => {
    const words = (text: string): number => text.split('Hello').length;
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (all) => {
        const raw = letter(...all, '');
        const mended = mendMail(raw);
        expect(words(mended.toString('latin1'))).toBe(words(raw.toString('latin1')));
        expect(mended.length).toBeLessThan(raw.length + 40 * (all.length + 3));
        expect((await parseMail(raw))?.headers).toBeDefined();
      }),
      { numRuns: 1_000, examples: [[['Content-Type: text', '\tfolded "', 'Hello', '']]] },
    );
  });

  it('leaves sound mail alone', () => {
    const inner = ['Content-Type: multipart/alternative; boundary="y z"', '', '--y z', '', 'a', '--y z--'];
    const sound = letter(
      'Content-Type: multipart/mixed; boundary=x',
      '',
      '--x',
      ...inner,
      '--x',
      ...pdf,
      '--x--',
      '',
    );
    expect(mendMail(sound)).toBe(sound);
  });
});
