import { walkMail } from './walk-mail.js';

const mail = (...lines: string[]): Buffer => Buffer.from(lines.join('\r\n'));
const mixed = 'Content-Type: multipart/mixed; boundary=x';
const bodies = (raw: Buffer): string[] | undefined =>
  walkMail(raw)?.leaves.map(({ body }) => body.toString());

describe('a walk through a mail', () => {
  it.each<[string, Buffer, string[]]>([
    ['a single part', mail('Subject: a', '', 'b', ''), ['b\r\n']],
    ['nothing but a header', mail('Subject: a', '', ''), ['']],
    ['an empty header', mail('', 'b'), ['b']],
    [
      'parts, and what stands around them',
      mail(mixed, '', 'no', '--x', '', 'a', '--x', '', '', '--x--', 'no'),
      ['a', ''],
    ],
    ['a last line without its end', mail(mixed, '', '--x', '', 'a', '--x--'), ['a']],
    [
      'what only begins like the boundary',
      mail(mixed, '', '--x', '', 'a', '--xy', ' --x', '--x--'),
      ['a\r\n--xy\r\n --x'],
    ],
    [
      'bare line feeds',
      Buffer.from(mail(mixed, '', '--x', '', 'a', '--x--').toString().replaceAll('\r', '')),
      ['a'],
    ],
    [
      'multiparts in multiparts',
      mail(
        mixed,
        '',
        '--x',
        'Content-Type: multipart/related; boundary=xx',
        '',
        '--xx',
        '',
        'a',
        '--xx--',
        '',
        '--x',
        '',
        'b',
        '--x--',
      ),
      ['a', 'b'],
    ],
  ])('finds %s', (_, raw, expected) => {
    expect(bodies(raw)).toEqual(expected);
  });

  it.each<[string, Buffer]>([
    ['a header without end', mail('Subject: a')],
    ['no boundary', mail('Content-Type: multipart/mixed', '', 'a')],
    ['a boundary that never comes', mail(mixed, '', 'a')],
    ['no closing boundary', mail(mixed, '', '--x', '', 'a')],
    ['the closing boundary first', mail(mixed, '', '--x--', '', '--x', '', 'a', '--x--')],
    ['a boundary in a header', mail(mixed, '', '--x', 'X-A: b', '--x', '', 'a', '--x--')],
    [
      'a part that is no multipart with a boundary',
      mail('Content-Type: text/plain; boundary=x', '', '--x', '', 'a', '--x--'),
    ],
    [
      'an inner multipart that never begins',
      mail(
        mixed,
        '',
        '--x',
        'Content-Type: multipart/mixed; boundary=y',
        '',
        '--x--',
        '--y',
        '',
        '',
        '--y--',
      ),
    ],
    [
      'an inner multipart that never ends',
      mail(mixed, '', '--x', 'Content-Type: multipart/mixed; boundary=y', '', '--y', '', 'a', '--x--'),
    ],
    [
      'a mail in the mail that is shown',
      mail('Content-Type: message/rfc822', 'Content-Disposition: inline', '', 'Subject: a', '', 'b'),
    ],
    ['CRs that stand alone', mail('Subject: a\rX: b', '', 'c')],
    ['white space behind a boundary', mail(mixed, '', '--x ', '', 'a', '--x--')],
    ['a CR before a boundary', mail(mixed, '', '\r--x', '', 'a', '--x--')],
    ['an mbox line', mail('From a@b.example Mon Jan  1 00:00:00 2026', 'Subject: a', '', 'b')],
    ['a header that is a book', mail(`Subject: ${'a'.repeat(300_000)}`, '', 'b')],
    ['a thousand parts', mail(mixed, '', ...Array(1_000).fill(['--x', '', 'a']).flat(), '--x--')],
    [
      'a boundary of a kilobyte',
      mail(mixed + 'x'.repeat(1_000), '', `--x${'x'.repeat(1_000)}`, '', 'a', `--x${'x'.repeat(1_000)}--`),
    ],
    ['thirty levels', nested(30)],
  ])('leaves %s to others', (_, raw) => {
    expect(walkMail(raw)).toBeNull();
  });

  it.each<[string, Buffer]>([
    ['boundaries that are almost right', mail(mixed, '', '--x', '', '--x-\r\n'.repeat(700_000), '--x--')],
    [
      'dashes without end',
      mail('Content-Type: multipart/mixed; boundary=----------', '', '-'.repeat(4_000_000)),
    ],
    ['lines without end', mail(mixed, '', '--x', '', '\r\n'.repeat(2_000_000), '--x--')],
    [
      'levels that search it all',
      mail(...levels(20), 'a\r\n'.repeat(1_000_000), ...levels(20).map(() => '')),
    ],
    ['a header of many folds', mail('Subject: a', ' b' + '\r\n b'.repeat(50_000), '', 'c')],
  ])('does not lose itself in %s', (_, raw) => {
    const begun = process.cpuUsage();
    walkMail(raw);
    expect(process.cpuUsage(begun).user).toBeLessThan(6_000_000);
  });
});

function levels(count: number): string[] {
  return Array.from({ length: count }, (_, level) => [
    `Content-Type: multipart/mixed; boundary=b${level}`,
    '',
    `--b${level}`,
  ]).flat();
}

function nested(count: number): Buffer {
  const closing = Array.from({ length: count }, (_, level) => `--b${count - 1 - level}--`);
  return mail(...levels(count), '', 'a', ...closing);
}
