import { readableMail } from '../archive/readable-mail.js';
import { parseMail } from './parse-mail.js';

const lines = (...text: (string | string[])[]): Buffer => Buffer.from(text.flat().join('\r\n'), 'latin1');
const head = ['From: a@b.example', 'Subject: hostile', 'Message-ID: <h@b.example>'];
const nested = (levels: number): string[] =>
  Array.from({ length: levels }, (_, level) => [
    `Content-Type: multipart/mixed; boundary=b${level}`,
    '',
    `--b${level}`,
  ]).flat();
const inMails = (levels: number): string[] =>
  Array.from({ length: levels }, () => ['Content-Type: message/rfc822', '']).flat();
const parts = (count: number): string[] =>
  Array.from({ length: count }, (_, n) => ['--x', 'Content-Type: application/x', '', `${n}`]).flat();
const mixed = 'Content-Type: multipart/mixed; boundary=x';

/** Made to make readers slow, large or confused; none of them larger than 6 MB. */
const hostile: readonly [string, Buffer][] = [
  ['3,000 levels of parts', lines(...head, nested(3_000), '', 'x')],
  ['500 mails in mails', lines(...head, inMails(500), 'x')],
  ['20,000 parts', lines(...head, mixed, '', parts(20_000), '--x--')],
  ['5 MB of one header', lines(...head, `X-Big: ${'a'.repeat(5_000_000)}`, '', 'x')],
  ['200,000 headers', lines(...head, Array<string>(200_000).fill('X-Many: a'), '', 'x')],
  ['a header folded 100,000 times', lines(...head, 'X-Fold: a', Array<string>(100_000).fill(' a'), '', 'x')],
  [
    'a quoted-printable bomb',
    lines(...head, 'Content-Transfer-Encoding: quoted-printable', '', '=\r\n'.repeat(1_000_000)),
  ],
  ['a base64 bomb', lines(...head, 'Content-Transfer-Encoding: base64', '', '=A'.repeat(1_000_000))],
  ['50,000 recipients', lines(...head, `To: ${'a@b.example, '.repeat(50_000)}`, '', 'x')],
  ['50,000 references', lines(...head, `References: ${'<a@b> '.repeat(50_000)}`, '', 'x')],
  ['unclosed words', lines(...head, `X-Words: ${'=?utf-8?q?'.repeat(50_000)}`, '', 'x')],
  ['unclosed comments', lines(...head, `Date: ${'('.repeat(100_000)}`, `To: ${'('.repeat(20_000)}`, '', 'x')],
  ['50,000 nested tags', lines(...head, 'Content-Type: text/html', '', '<div>'.repeat(50_000))],
  [
    'a report of 100,000 fields',
    lines(
      'From: mailer-daemon@x',
      'Subject: hostile',
      'Message-ID: <h@b.example>',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=x',
      '',
      '--x',
      'Content-Type: message/delivery-status',
      '',
      'Final-Recipient: rfc822; a@b.example\r\n'.repeat(100_000),
      '--x--',
    ),
  ],
  [
    'a bounce of 100,000 lines',
    lines(
      'From: mailer-daemon@x',
      'Subject: hostile',
      'Message-ID: <h@b.example>',
      '',
      'undeliverable',
      '<a@b.example>: 550 5.1.1 x\r\n'.repeat(100_000),
    ),
  ],
  [
    'a name that breaks out',
    lines(
      ...head,
      mixed,
      '',
      '--x',
      'Content-Type: application/x',
      'Content-Disposition: attachment; filename="../../a\u202e.exe"',
      '',
      'x',
      '--x--',
    ),
  ],
];

it.each(hostile)('%s: read, whole or its headers, within bounds', async (_, raw) => {
  const mail = await parseMail(raw);
  expect(mail).toMatchObject({ messageId: '<h@b.example>', subject: 'hostile' });
  expect(mail?.report?.recipients.length ?? 0).toBeLessThanOrEqual(1_000);
  expect(mail?.references.length ?? 0).toBeLessThanOrEqual(200);
  expect(mail?.text?.length ?? 0).toBeLessThanOrEqual(raw.length);
  expect((mail?.attachments ?? []).every(({ filename }) => !/[\\/\u202e]/.test(filename))).toBe(true);
  expect((await readableMail(raw))?.replyText.length ?? 0).toBeLessThanOrEqual(200_000);
});

it('a header cannot be smuggled into another', async () => {
  const mail = await parseMail(
    lines(
      ...head,
      'X-Words: =?utf-8?q?a=0D=0ABcc:_x@y.example?=',
      'Subject: =?utf-8?q?b=0D=0AReply-To:_x@y.example?=',
      '',
      'x',
    ),
  );
  expect(mail).toMatchObject({ replyTo: [], headers: { 'x-words': [expect.not.stringMatching(/[\r\n]/)] } });
  expect(mail?.subject).not.toMatch(/[\r\n]/);
});
