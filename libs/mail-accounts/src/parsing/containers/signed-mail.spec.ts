import fc from 'fast-check';
import { parseMail } from '../parse-mail.js';
import { signedContent } from './signed-data.js';

const INSIDE = [
  'Content-Type: multipart/mixed; boundary=i',
  '',
  '--i',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Grüße von innen',
  '--i',
  'Content-Type: application/pdf; name=invoice.pdf',
  'Content-Transfer-Encoding: base64',
  '',
  'JVBERg==',
  '--i--',
  '',
].join('\r\n');

const DATA = '06092a864886f70d010701';
const SIGNED_DATA = '06092a864886f70d010702';
const ENVELOPED_DATA = '06092a864886f70d010703';
const SHA_256 = '300b0609608648016503040201';

/** Elements of BER: with their length before them, or with a mark behind them. */
function definite(tag: number, ...content: readonly Buffer[]): Buffer {
  const value = Buffer.concat(content);
  const length = Buffer.alloc(5, 0x84);
  length.writeUInt32BE(value.length, 1);
  return Buffer.concat([
    Buffer.from([tag]),
    value.length < 0x80 ? Buffer.from([value.length]) : length,
    value,
  ]);
}

const indefinite = (tag: number, ...content: readonly Buffer[]): Buffer =>
  Buffer.concat([Buffer.from([tag, 0x80]), ...content, Buffer.alloc(2)]);

const hex = (text: string): Buffer => Buffer.from(text, 'hex');

type Wrap = typeof definite;

function cms(wrap: Wrap, octets: readonly Buffer[], type = SIGNED_DATA): Buffer {
  const content = wrap(0x30, hex(DATA), wrap(0xa0, ...octets));
  const signed = wrap(0x30, hex('020101'), wrap(0x31, hex(SHA_256)), content, wrap(0x31));
  return wrap(0x30, hex(type), wrap(0xa0, signed));
}

const whole = (content: string) => [definite(0x04, Buffer.from(content))];

// As it is written by those who do not know at its beginning how long it will be.
function inPieces(content: string): Buffer[] {
  const bytes = Buffer.from(content);
  const pieces = Array.from({ length: Math.ceil(bytes.length / 50) }, (_, at) =>
    definite(0x04, bytes.subarray(at * 50, at * 50 + 50)),
  );
  return [indefinite(0x24, ...pieces)];
}

function mailOf(
  packed: Buffer,
  type = 'application/pkcs7-mime; smime-type=signed-data; name=smime.p7m',
): Buffer {
  return Buffer.from(
    [
      'From: Ada <ada@x.test>',
      'Subject: Signed',
      `Content-Type: ${type}`,
      'Content-Transfer-Encoding: base64',
      'Content-Disposition: attachment; filename=smime.p7m',
      '',
      packed.toString('base64').replaceAll(/.{76}/g, '$&\r\n'),
      '',
    ].join('\r\n'),
  );
}

const filesOf = (mail: Awaited<ReturnType<typeof parseMail>>) =>
  mail?.attachments.map(({ index, filename, contentType, size }) => [index, filename, contentType, size]);

describe('a mail inside its signature', () => {
  it.each([
    ['DER', cms(definite, whole(INSIDE)), undefined],
    ['BER in pieces', cms(indefinite, inPieces(INSIDE)), undefined],
    ['pieces of known length', cms(definite, inPieces(INSIDE)), 'application/x-pkcs7-mime; name=smime.p7m'],
    ['a type that says nothing', cms(definite, whole(INSIDE)), 'application/octet-stream'],
  ])('is read: %s', async (_, packed, type) => {
    const mail = mailOf(packed, type);
    const bytes: Buffer[] = [];
    const read = await parseMail(mail, (index, piece) => void (index === 1 && bytes.push(piece)));
    expect([read?.subject, read?.text, read?.html]).toEqual(['Signed', 'Grüße von innen', null]);
    expect(filesOf(read)?.map(([index, filename]) => [index, filename])).toEqual([
      [0, 'smime.p7m'],
      [1, 'invoice.pdf'],
    ]);
    expect(Buffer.concat(bytes).toString()).toBe('%PDF');
  });

  it('stays closed where it is encrypted, a signed file, or beside other words', async () => {
    const encrypted = mailOf(cms(definite, whole(INSIDE), ENVELOPED_DATA));
    const file = mailOf(cms(definite, whole('%PDF-1.7\r\n\r\nContent-Type: no header\r\n')));
    for (const mail of [encrypted, file]) {
      const read = await parseMail(mail);
      expect([read?.text, filesOf(read)?.length]).toEqual([null, 1]);
    }
    const beside = [
      'From: ada@x.test\r\nContent-Type: multipart/mixed; boundary=o\r\n\r\n--o\r\n\r\nThe contract.\r\n--o',
      mailOf(cms(definite, whole(INSIDE)))
        .toString()
        .split('\r\n')
        .slice(2)
        .join('\r\n'),
      '--o--\r\n',
    ].join('\r\n');
    const read = await parseMail(Buffer.from(beside));
    expect([read?.text, filesOf(read)?.length]).toEqual(['The contract.', 1]);
  });

  it('breaks off without harm, whatever is broken', () => {
    const mails = [cms(definite, whole(INSIDE)), cms(indefinite, inPieces(INSIDE))];
    const flips = fc.array(fc.tuple(fc.nat(120), fc.nat(255)), { maxLength: 4 });
    fc.assert(
      fc.property(fc.constantFrom(...mails), flips, fc.nat(900), (whole, changes, length) => {
        const bytes = Buffer.from(whole.subarray(0, length));
        for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte;
        expect((signedContent(bytes) ?? '').length).toBeLessThanOrEqual(bytes.length);
      }),
      { numRuns: 3_000 },
    );
    const deep = hex(`3080${SIGNED_DATA}a0803080020101`);
    expect(signedContent(Buffer.concat([deep, Buffer.alloc(1_000_000, hex('3180'))]))).toBeNull();
  });
});
