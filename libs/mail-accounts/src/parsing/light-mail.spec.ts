import { lightMail } from './light-mail.js';
import { parseMail } from './parse-mail.js';

const line = 'QUJD'.repeat(19);
const bulk = (lines: number): string => Array(lines).fill(line).join('\r\n');
const text = ['Content-Type: text/plain', '', 'See the scan.'];
const attachment = (body: string, type = 'application/pdf; name=a.pdf', encoding = 'base64'): string[] => [
  `Content-Type: ${type}`,
  `Content-Transfer-Encoding: ${encoding}`,
  '',
  body,
];

function mail(...parts: string[][]): Buffer {
  const lines = parts.flatMap((part) => ['--b1', ...part]);
  const head = ['From: a@a.test', 'Content-Type: multipart/mixed; boundary=b1', ''];
  return Buffer.from([...head, ...lines, '--b1--', ''].join('\r\n'));
}

async function sizes(raw: Buffer): Promise<number[] | undefined> {
  return (await parseMail(raw))?.attachments.map(({ size }) => size);
}

describe('a mail without the bulk of its attachments', () => {
  it('is small and knows how much is missing', async () => {
    const raw = mail(text, attachment(`${bulk(5_000)}\r\nQUI=`), attachment('QUJD'), attachment(bulk(300)));
    expect(lightMail(raw)!.raw.length).toBeLessThan(1_500);
    expect(await sizes(raw)).toEqual([5_000 * 57 + 2, 3, 300 * 57]);
    expect((await parseMail(raw))?.text).toBe('See the scan.');
  });

  it('is whole again for whoever wants the bytes', async () => {
    const raw = mail(text, attachment(bulk(1_000)));
    let taken = 0;
    await parseMail(raw, (_, bytes) => (taken += bytes.length));
    expect(taken).toBe(57_000);
  });

  it('never takes the next part along, however the line ends fall', async () => {
    // 76 a line: a short last line, the boundary and the headers of the next part are made to fall into step.
    const tail = 'QUJD'.repeat(9);
    const boundary = 'b'.repeat(36);
    const field = (name: string): string => `${name}: ${'x'.repeat(74 - name.length)}`;
    const raw = Buffer.from(
      [
        'From: a@a.test',
        `Content-Type: multipart/mixed; boundary=${boundary}`,
        '',
        `--${boundary}`,
        ...attachment(`${bulk(500)}\r\n${tail}`),
        `--${boundary}`,
        field('X-One'),
        field('X-Two'),
        ...attachment('QUJD', 'application/pdf; name=b.pdf'),
        `--${boundary}--`,
        '',
      ].join('\r\n'),
    );
    expect(await sizes(raw)).toEqual([500 * 57 + 27, 3]);
  });

  it.each<[string, Buffer]>([
    ['text, whatever its encoding', mail(attachment(bulk(500), 'text/plain'))],
    ['another encoding', mail(attachment(bulk(500), 'application/pdf', '7bit'))],
    [
      'an encoding that is said twice',
      mail(attachment(bulk(500), 'application/pdf', 'base64\r\nContent-Transfer-Encoding: 7bit')),
    ],
    [
      'a mail in a mail',
      mail(attachment(bulk(500)), ['Content-Type: message/rfc822', '', 'Subject: x', '', 'y']),
    ],
    ['what only looks like a part', mail([...text, '--b2', ...attachment(bulk(500))])],
    ['what only looks like a header', mail(['', ...attachment(bulk(500))])],
    ['what comes after the end', mail(text, ['--b1--', '', '--b1x', ...attachment(bulk(500))])],
    ['padding in the middle', mail(attachment(`${bulk(150)}\r\n${'QUI='.repeat(19)}\r\n${bulk(150)}`))],
    [
      'lines of many lengths',
      mail(attachment(Array.from({ length: 800 }, (_, n) => 'QUJD'.repeat(10 + (n % 2))).join('\r\n'))),
    ],
    ['lines that do not decode alone', mail(attachment(Array(800).fill('QUJDQ').join('\r\n')))],
    [
      'bare line feeds',
      Buffer.from(
        mail(attachment(bulk(500)))
          .toString()
          .replaceAll('\r\n', '\n'),
      ),
    ],
    ['a single part', Buffer.from(attachment(bulk(500)).join('\r\n'))],
    ['little', mail(attachment(bulk(100)))],
  ])('leaves %s alone', (_, raw) => {
    expect(lightMail(raw)).toBeNull();
  });
});
