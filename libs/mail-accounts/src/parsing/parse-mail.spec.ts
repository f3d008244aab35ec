import fc from 'fast-check';
import { parseHeaders, parseMail } from './parse-mail.js';

const mail = (...lines: string[]): Buffer => Buffer.from(lines.join('\r\n'), 'latin1');
const letter = [
  'From: "Doe, Jane" <Jane@B\u00fccher.Example>',
  'To: Support <support@example.com>, Friends: a@b.example, Bo <c@D.Example>;',
  'Cc: undisclosed-recipients:;',
  'Message-ID: <one@b.example>',
  'In-Reply-To: <zero@example.com>',
  'References: <minus.one@example.com>',
  ' <zero@example.com>',
  'Date: Fri, 20 Nov 2026 10:00:00 +0100 (CET)',
];

describe('parseMail', () => {
  it('reads what the headers say', async () => {
    const parsed = await parseMail(mail(...letter, 'Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=', '', 'Hello', ''));
    expect(parsed).toMatchObject({
      messageId: '<one@b.example>',
      inReplyTo: ['<zero@example.com>'],
      references: ['<minus.one@example.com>', '<zero@example.com>'],
      from: { name: 'Doe, Jane', address: 'Jane@xn--bcher-kva.example' },
      to: [
        { name: 'Support', address: 'support@example.com' },
        { name: '', address: 'a@b.example' },
        { name: 'Bo', address: 'c@d.example' },
      ],
      cc: [],
      subject: 'Grüße',
      text: 'Hello\n',
      html: null,
      attachments: [],
      automatic: false,
      defects: [],
    });
    expect(parsed?.date?.toISOString()).toBe('2026-11-20T09:00:00.000Z');
    expect(parsed?.headers['references']).toEqual(['<minus.one@example.com> <zero@example.com>']);
  });

  it('says what is missing instead of guessing', async () => {
    const parsed = await parseMail(mail('Date: next Tuesday', '', 'Hello'));
    expect(parsed).toMatchObject({ from: null, date: null, messageId: null, subject: '', text: 'Hello' });
    expect(parsed?.defects).toEqual(['from-missing', 'date-unreadable']);
  });

  it.each([
    ['unknown-8bit', '=?unknown-8bit?Q?Gr=FC=DFe_aus?= =?unknown-8bit?Q?_K=F6ln?=', 'Grüße aus Köln'],
    ['a default', '=?default?Q?J=F6rg?=', 'Jörg'],
    ['wide characters', '=?utf-16?B?/v8ASgD2?=', 'Jö'],
    ['unknown-8bit, in UTF-8', '=?UNKNOWN-8BIT?Q?Gr=C3=BC=C3?=\r\n =?UNKNOWN-8BIT?Q?=9Fe?=', 'Grüße'],
    ['ASCII that is none', '=?us-ascii?Q?caf=E9?=', 'café'],
    ['hz', `=?hz-gb-2312?B?${Buffer.from('~{<:Ky2;S{~}').toString('base64')}?= ok`, '己所不欲 ok'],
    [
      'iso-2022-kr',
      `=?ISO-2022-KR?B?${Buffer.from('\x1b$)C\x0e>H3gGO<<?d\x0f', 'latin1').toString('base64')}?=`,
      '안녕하세요',
    ],
  ])('reads words in %s', async (_charset, words, subject) => {
    const mail = await parseMail(Buffer.from(`From: a@b.example\r\nSubject: ${words}\r\n\r\nHi\r\n`));
    expect(mail?.subject).toBe(subject);
  });

  it('takes a mark of the byte order for no part of a header', async () => {
    const mail = await parseMail(Buffer.from('\ufeffFrom: a@b.example\r\nSubject: Hi\r\n\r\nHi\r\n'));
    expect([mail?.from?.address, mail?.subject]).toEqual(['a@b.example', 'Hi']);
  });

  it('takes raw 8-bit headers to be in the character set of the body', async () => {
    const russian = await parseMail(
      Buffer.concat([
        Buffer.from('Subject: '),
        Buffer.from([0xd0, 0xe0, 0xf1, 0xf1, 0xfb, 0xeb, 0xea, 0xe0]),
        Buffer.from('\r\nContent-Type: text/plain; charset=windows-1251\r\n\r\nx'),
      ]),
    );
    expect(russian?.subject).toBe('Рассылка');
    expect((await parseMail(mail('Subject: caf\u00e9', '', 'x')))?.subject).toBe('café');
  });

  it('keeps no bytes of attachments, only what they are', async () => {
    const parsed = await parseMail(
      mail(
        'Content-Type: multipart/related; boundary=x',
        '',
        '--x',
        'Content-Type: text/html',
        '',
        '<p>See <img src="cid:pic@x"></p>',
        '--x',
        'Content-Type: image/PNG; name="a/b.png"',
        'Content-ID: <pic@x>',
        'Content-Transfer-Encoding: base64',
        '',
        'AAECAwQ=',
        '--x',
        'Content-Type: application/pdf',
        'Content-Disposition: attachment; filename="C:\\\\temp\\\\bill.pdf"',
        '',
        '%PDF',
        '--x--',
      ),
    );
    expect(parsed?.attachments).toEqual([
      { index: 0, filename: 'a_b.png', contentType: 'image/png', size: 5, contentId: 'pic@x', inline: true },
      {
        index: 1,
        filename: 'bill.pdf',
        contentType: 'application/pdf',
        size: 4,
        contentId: null,
        inline: false,
      },
    ]);
  });

  it('reads all of a body that mixes text and HTML', async () => {
    const parsed = await parseMail(
      mail(
        'Content-Type: multipart/mixed; boundary=x',
        '',
        '--x',
        'Content-Type: text/html',
        '',
        '<p>The <b>letter</b></p>',
        '--x',
        'Content-Type: text/plain',
        '',
        'The <footer>',
        '--x--',
      ),
    );
    expect(parsed?.text).toMatch(/The letter\s+The <footer>/);
    expect(parsed?.html).toMatch(/<b>letter<\/b>.*The &lt;footer&gt;/s);
  });

  it('keeps two forms of the same apart', async () => {
    const parsed = await parseMail(
      mail(
        'Content-Type: multipart/alternative; boundary=x',
        '',
        '--x',
        'Content-Type: text/plain',
        '',
        'plain',
        '--x',
        'Content-Type: text/html',
        '',
        '<p>rich</p>',
        '--x--',
      ),
    );
    expect(parsed).toMatchObject({ text: 'plain', html: '<p>rich</p>' });
  });

  const mixed = (...parts: string[][]): Buffer =>
    mail(
      'Content-Type: multipart/mixed; boundary=x',
      '',
      ...parts.flatMap((part) => ['--x', ...part]),
      '--x--',
    );
  const words = ['Content-Type: text/plain', '', 'See below.'];
  const namesOf = async (raw: Buffer) => {
    const parsed = await parseMail(raw);
    return [
      parsed?.text?.trim(),
      ...(parsed?.attachments ?? []).map((part) => part.filename || part.contentType),
    ];
  };

  it('keeps named text and mails apart from the text', async () => {
    const notes = [
      'Content-Type: text/plain; name=notes.txt',
      'Content-Disposition: inline; filename=notes.txt',
      '',
      'x',
    ];
    const forwarded = ['Content-Type: message/rfc822', '', 'Subject: inner', '', 'Inner words.'];
    expect(await namesOf(mixed(words, notes, forwarded))).toEqual([
      'See below.',
      'notes.txt',
      'message/rfc822',
    ]);
  });

  it('shows the words of a mail that was forwarded inline, and keeps it as it came', async () => {
    const type = ['Content-Type: message/rfc822', 'Content-Disposition: inline'];
    const html = ['Content-Type: text/html', '', '<p>Inner <b>words</b></p>'];
    expect(await namesOf(mixed(words, [...type, '', ...html]))).toEqual([
      'See below.\n\nInner words',
      'message/rfc822',
    ]);
  });

  it('finds boundaries with white space behind them', async () => {
    const pdf = ['Content-Type: application/pdf', '', '%PDF'];
    const padded = mixed(words, pdf)
      .toString()
      .replaceAll(/^--x(-*)/gm, '--x$1 \t');
    expect(await namesOf(Buffer.from(padded))).toEqual(['See below.', 'application/pdf']);
  });

  it.each<[string, string, string]>([
    ['text/plain', 'caf\u00e9', 'café'],
    ['text/plain; charset=us-ascii', 'caf\u00c3\u00a9', 'café'],
    ['text/plain; charset=iso-8859-1', 'caf\u00c3\u00a9', 'café'],
    ['text/plain', '\u001b$B$"\u001b(B', 'あ'],
    ['text/plain; charset=utf-7', '+AOQ-', 'ä'],
    ['text/plain; charset=cp850', 'Gr\u0094\u00e1e', 'Größe'],
  ])('reads %s in the character set that it is in', async (type, body, text) => {
    expect((await parseMail(mail(`Content-Type: ${type}`, '', body)))?.text?.trim()).toBe(text);
  });

  it('falls back to Reply-To and Sender where From names nobody', async () => {
    const from = async (...lines: string[]) => (await parseMail(mail(...lines, '', 'x')))?.from?.address;
    expect(await from('From: Nobody <>', 'Reply-To: a@b.example', 'Sender: c@d.example')).toBe('a@b.example');
    expect(await from('From: undisclosed', 'Sender: c@d.example')).toBe('c@d.example');
  });

  it('falls back to the headers when the structure is hopeless', async () => {
    const deep = Array.from({ length: 3_000 }, (_, level) => [
      `Content-Type: multipart/mixed; boundary=b${level}`,
      '',
      `--b${level}`,
    ]).flat();
    const parsed = await parseMail(mail(...letter, 'Subject: deep', ...deep));
    expect(parsed).toMatchObject({ subject: 'deep', text: null, defects: ['structure-unreadable'] });
    expect(parsed?.from?.name).toBe('Doe, Jane');
  });

  it('knows the notice that Exchange hands out in place of a mail', async () => {
    const stub = 'Retrieval using the IMAP4 protocol failed for the following message: 17';
    expect((await parseMail(mail(...letter, '', stub)))?.defects).toEqual(['provider-stub']);
  });

  it('leaves nothing that a database refuses', async () => {
    const parsed = await parseMail(mail('Subject: a\0b', 'X-Odd: c\0d', '', 'e\0f'));
    expect(JSON.stringify(parsed)).not.toContain('\\u0000');
  });

  it('answers whatever the bytes', async () => {
    const piece = fc.constantFrom(
      '\r\n',
      '\n',
      '--x',
      '--x--',
      ' ',
      ':',
      '<a@b>',
      '=?utf-8?q?=00?=',
      '\0',
      'é',
      '__proto__: x',
      'a',
      'Content-Type: multipart/mixed; boundary=x',
      'From: ',
      'Date: ',
      'Content-Type: message/rfc822',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
        const parsed = await parseMail(Buffer.from(pieces.join(''), 'latin1'));
        expect(parsed?.headers).toBeDefined();
      }),
      { numRuns: 300 },
    );
  });
});

it('reads headers alone, and why', async () => {
  const parsed = await parseHeaders(mail(...letter, 'Subject: slow', '', 'never read'), 'too-slow');
  expect(parsed).toMatchObject({ subject: 'slow', text: null, attachments: [], defects: ['too-slow'] });
});
