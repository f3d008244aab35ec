import fc from 'fast-check';
import { parseMail } from '../parse-mail.js';
import { decompressRtf } from './compressed-rtf.js';
import { rtfBody } from './rtf-body.js';
import { openTnef } from './tnef.js';
import { mapiText } from './mapi-properties.js';

const u16 = (value: number): Buffer => Buffer.from([value & 0xff, value >> 8]);
const u32 = (value: number): Buffer =>
  Buffer.from([value, value >> 8, value >> 16, value >>> 24].map((byte) => byte & 0xff));
const padded = (bytes: Buffer): Buffer =>
  Buffer.concat([u32(bytes.length), bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
const attribute = (level: number, id: number, data: Buffer): Buffer =>
  Buffer.concat([Buffer.from([level]), u32(id), u32(data.length), data, u16(0)]);
const tnef = (...attributes: Buffer[]): Buffer =>
  Buffer.concat([
    u32(0x223e9f78),
    u16(1),
    attribute(1, 0x0006_9007, Buffer.concat([u32(1251), u32(0)])),
    ...attributes,
  ]);
const properties = (...all: Buffer[]): Buffer => Buffer.concat([u32(all.length), ...all]);
const property = (type: number, id: number, value: Buffer): Buffer =>
  Buffer.concat([u16(type), u16(id), u32(1), padded(value)]);
const wide = (id: number, text: string): Buffer => property(0x1f, id, Buffer.from(`${text}\0`, 'utf16le'));
const named = Buffer.concat([
  u16(0x03),
  u16(0x8005),
  Buffer.alloc(16),
  u32(1),
  padded(Buffer.from('x\0', 'utf16le')),
  u32(7),
]);
const file = (title: Buffer, data: Buffer, ...more: Buffer[]): Buffer[] => [
  attribute(2, 0x0006_9002, Buffer.alloc(14)),
  attribute(2, 0x0001_8010, title),
  attribute(2, 0x0006_800f, data),
  ...(more.length > 0 ? [attribute(2, 0x0006_9005, properties(...more))] : []),
];
const message = (...all: Buffer[]): Buffer => attribute(1, 0x0006_9003, properties(...all));
/** Compressed RTF in which nothing is compressed. */
const rtf = (text: string): Buffer => {
  const bytes = Buffer.from(text, 'latin1');
  const runs = Array.from({ length: Math.ceil(bytes.length / 8) }, (_, run) =>
    Buffer.concat([Buffer.from([0]), bytes.subarray(run * 8, run * 8 + 8)]),
  );
  const packed = Buffer.concat(runs);
  return Buffer.concat([u32(packed.length + 12), u32(bytes.length), u32(0x75465a4c), u32(0), packed]);
};
const mailWith = (...parts: string[]): Buffer =>
  Buffer.from(
    [
      'Content-Type: multipart/mixed; boundary=x',
      '',
      ...parts.flatMap((part) => ['--x', part]),
      '--x--',
    ].join('\r\n'),
  );
const winmail = (stream: Buffer): string =>
  [
    'Content-Type: application/ms-tnef; name=winmail.dat',
    'Content-Transfer-Encoding: base64',
    '',
    stream.toString('base64'),
  ].join('\r\n');

describe('what Outlook packs into winmail.dat', () => {
  const long = wide(0x3707, 'Отчёт за год.docx');
  const stream = tnef(
    message(named, wide(0x1000, 'Dear desk'), property(0x0102, 0x1013, Buffer.from('<p>Dear desk</p>'))),
    ...file(Buffer.from('OTCHET~1.DOC\0'), Buffer.from('PK'), named, long),
    ...file(Buffer.from([0xcf, 0xf0, 0x2e, 0x74, 0x78, 0x74, 0]), Buffer.from('text')),
  );

  it('are its text and its files, with their long names', () => {
    expect(openTnef(stream)).toEqual({
      text: 'Dear desk',
      html: '<p>Dear desk</p>',
      files: [
        { filename: 'Отчёт за год.docx', contentType: '', contentId: null, bytes: Buffer.from('PK') },
        { filename: 'Пр.txt', contentType: '', contentId: null, bytes: Buffer.from('text') },
      ],
    });
  });

  it('stand in its place, and can be taken', async () => {
    const raw = mailWith(
      '\r\nHello',
      winmail(stream),
      'Content-Type: application/pdf; name=a.pdf\r\n\r\n%PDF',
    );
    const taken: Record<number, string> = {};
    const mail = await parseMail(raw, (index, bytes) => (taken[index] = bytes.toString()));
    expect(mail?.text).toBe('Hello');
    expect(mail?.attachments.map(({ index, filename, size }) => [index, filename, size])).toEqual([
      [1, 'a.pdf', 4],
      [2, 'Отчёт за год.docx', 2],
      [3, 'Пр.txt', 4],
    ]);
    expect([taken[1], taken[2], taken[3]]).toEqual(['%PDF', 'PK', 'text']);
    expect((await parseMail(mailWith(winmail(stream))))?.text).toBe('Dear desk');
  });

  it('stay packed where they are none, or hold no file', async () => {
    const names = async (bytes: Buffer) =>
      (await parseMail(mailWith(winmail(bytes))))?.attachments.map(({ filename }) => filename);
    expect(await names(Buffer.from('no TNEF at all'))).toEqual(['winmail.dat']);
    expect(await names(tnef(message(wide(0x1000, 'words'))))).toEqual(['winmail.dat']);
  });

  it('may be messages with files of their own, as deep as five', () => {
    const nest = (inner: Buffer): Buffer =>
      tnef(
        attribute(2, 0x0006_9002, Buffer.alloc(14)),
        attribute(
          2,
          0x0006_9005,
          properties(wide(0x3001, 'Fwd'), property(0x0d, 0x3701, Buffer.concat([Buffer.alloc(16), inner]))),
        ),
      );
    expect(openTnef(nest(stream))?.files.map(({ filename }) => filename)).toEqual([
      'Fwd.html',
      'Отчёт за год.docx',
      'Пр.txt',
    ]);
    const deep = Array.from({ length: 20 }).reduce<Buffer>((inner) => nest(inner), stream);
    expect(openTnef(deep)?.files).toMatchObject([
      { filename: 'Fwd', contentType: 'application/octet-stream' },
    ]);
  });

  it('may have their text in RTF alone', () => {
    const text = (body: string) => openTnef(tnef(message(property(0x0102, 0x1009, rtf(body)))));
    const plain = String.raw`{\rtf1\ansi\ansicpg1251{\fonttbl{\f0 Arial;}}{\*\generator x;}\f0 \'cf\'f0\u1080?\par next\tab\{line\}}`;
    expect(text(plain)).toMatchObject({ text: 'При\nnext\t{line}', html: null });
    const html = String.raw`{\rtf1\ansi\fromhtml1{\*\htmltag64 <p>}\htmlrtf \par hidden\htmlrtf0 Gr\'fc\'dfe{\*\htmltag72 </p>}}`;
    expect(text(html)).toMatchObject({ text: null, html: '<p>Grüße</p>' });
  });

  it('are read as far as they go, whatever is broken, and never beyond', () => {
    const broken = fc.record({
      cut: fc.nat({ max: stream.length }),
      flips: fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 8 }),
    });
    fc.assert(
      fc.property(broken, ({ cut, flips }) => {
        const bytes = Buffer.from(stream.subarray(0, cut));
        for (const [at, byte] of flips)
          if (at % stream.length >= 6 && at % stream.length < cut) bytes[at % stream.length] = byte;
        const opened = openTnef(bytes);
        if (cut >= 6) expect(opened).not.toBeNull();
        for (const { bytes: inside } of opened?.files ?? [])
          expect(inside.length).toBeLessThan(stream.length);
      }),
      { numRuns: 2_000 },
    );
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        (any) => void openTnef(Buffer.concat([u32(0x223e9f78), u16(1), any])),
      ),
    );
  });
});

describe('compressed RTF', () => {
  it('refers to what came before, and to what everybody knows', () => {
    // [MS-OXRTFCP] section 3.1.
    const example =
      '2d0000002b0000004c5a4675f1c5c7a703000a00726370673132354232' +
      '0af320 68656c09002062770 5b06c647d0a800fa0'.replaceAll(' ', '');
    expect(decompressRtf(Buffer.from(example, 'hex'))).toBe(
      '{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n',
    );
  });

  it('ends, whatever the bytes, and takes no more memory than a letter', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.nat(), (any, size) => {
        const packed = Buffer.concat([u32(0), u32(size), u32(0x75465a4c), u32(0), any]);
        expect((decompressRtf(packed) ?? '').length).toBeLessThanOrEqual(Math.min(size, 8_388_608));
      }),
    );
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('{', '}', '\\', 'u', 'par', "'", '9', '*', ' ', 'é') }),
        (any) => void rtfBody(`{\\rtf1 ${any}`),
      ),
    );
  });
});

describe('text that is hostile', () => {
  it('may be one long run without an escape', () => {
    const letter = 'é'.repeat(300_000);
    expect(rtfBody(`{\\rtf1\\ansi\\ansicpg1252 ${letter}}`).text).toBe(letter);
  });

  it('may be nothing but what ends other texts, and then go on', () => {
    const value = Buffer.from(`${'\0'.repeat(1_000_000)}x\0\0`);
    expect(mapiText({ type: 0x1e, value }, (bytes) => bytes.toString('latin1'))).toHaveLength(1_000_001);
  });
});
