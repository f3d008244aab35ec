import fc from 'fast-check';
import { parseMail } from '../parse-mail.js';
import { uuencodedFiles } from './uuencoded-files.js';

/** As POSIX has it; zeros are graves, or spaces that got lost at the ends of lines. */
function uuencode(name: string, bytes: Buffer, zero: '`' | ' '): string[] {
  const digit = (value: number): string => (value === 0 ? zero : String.fromCharCode(value + 32));
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += 45) {
    const run = bytes.subarray(at, at + 45);
    let line = String.fromCharCode(run.length + 32);
    for (let three = 0; three < run.length; three += 3) {
      const [a = 0, b = 0, c = 0] = run.subarray(three, three + 3);
      line += [a >> 2, ((a & 3) << 4) | (b >> 4), ((b & 15) << 2) | (c >> 6), c & 63].map(digit).join('');
    }
    lines.push(zero === ' ' ? line.trimEnd() : line);
  }
  return [`begin 644 ${name}`, ...lines, zero === ' ' ? '' : '`', 'end'];
}

describe('uuencoded files in a text', () => {
  it('are files, whatever is in them, and the words around them stay', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 300 }),
        fc.constantFrom<'`' | ' '>('`', ' '),
        (array, zero) => {
          const bytes = Buffer.from(array);
          const text = ['See:', ...uuencode('my bill.pdf', bytes, zero), 'Bye'].join('\n');
          expect(uuencodedFiles(text)).toEqual({
            text: 'See:\nBye',
            files: [{ filename: 'my bill.pdf', bytes }],
          });
        },
      ),
    );
  });

  it.each([
    'begin 644 the day with a smile\nand end it so\nend',
    'begin 644 a.txt\nM lowercase is no digit\nend',
    'begin 644 a.txt\n#86)C\n',
    'begin 644 a.txt\nend',
  ])('are only what looks like it to its end: %j', (text) => {
    expect(uuencodedFiles(text)).toBeNull();
  });

  it('are attachments of the mail, behind those it has, and can be taken', async () => {
    const coded = uuencode('bill.pdf', Buffer.from('%PDF-1.4'), '`');
    const raw = Buffer.from(
      [
        'Content-Type: multipart/mixed; boundary=x',
        '',
        '--x',
        '',
        'See:',
        ...coded,
        '--x',
        'Content-Type: application/zip; name=a.zip',
        '',
        'PK',
        '--x',
        'Content-Type: application/pdf; name=b.pdf',
        'Content-Transfer-Encoding: x-uuencode',
        '',
        ...uuencode('b.pdf', Buffer.from('%PDF'), '`'),
        '--x--',
      ].join('\r\n'),
    );
    const taken: Record<number, string> = {};
    const mail = await parseMail(
      raw,
      (index, bytes) => (taken[index] = (taken[index] ?? '') + bytes.toString()),
    );
    expect(mail?.text?.trim()).toBe('See:');
    expect(mail?.attachments).toMatchObject([
      { index: 0, filename: 'a.zip', size: 2 },
      { index: 1, filename: 'b.pdf', size: 4 },
      { index: 2, filename: 'bill.pdf', contentType: 'application/pdf', size: 8 },
    ]);
    expect(taken).toEqual({ 0: 'PK', 1: '%PDF', 2: '%PDF-1.4' });
  });
});

describe('lines whose spaces got lost', () => {
  const zeros = (lines: number) => `begin 644 zeros.bin\n${'M\n'.repeat(lines)}\`\nend`;

  it('are as long as they say', () => {
    const [file] = uuencodedFiles(zeros(40))?.files ?? [];
    expect(file?.bytes).toEqual(Buffer.alloc(40 * 45));
  });

  it('make no more than 64 MiB of a few bytes', () => {
    const [file] = uuencodedFiles(zeros(1_600_000))?.files ?? [];
    expect(file?.bytes.length).toBe(67_108_864);
  });
});
