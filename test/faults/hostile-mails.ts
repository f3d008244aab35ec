import { deflateRawSync, gzipSync } from 'node:zlib';
import { messageIdOf, type MadeMail } from './mails.js';

const MEGABYTE = 1_048_576;

/** Headers besides the usual ones, content type among them, and a body. */
interface Letter {
  readonly headers: readonly string[];
  readonly body: string | Buffer;
}

const html = (body: string): Letter => ({ headers: ['Content-Type: text/html; charset=utf-8'], body });
const text = (body: string, ...headers: string[]): Letter => ({
  headers: ['Content-Type: text/plain; charset=utf-8', ...headers],
  body,
});

/** What somebody may send to hurt whoever reads it, by name. */
const LETTERS: Readonly<Record<string, () => Letter>> = {
  'multiparts a thousand deep': () => nested(1_000),
  'mails within mails, three hundred deep': () => forwarded(300),
  'twenty thousand parts': () => manyParts(20_000),
  'a header line of five megabytes': () => text('Short.', `X-Long: ${'y'.repeat(5 * MEGABYTE)}`),
  'five megabytes of headers': () =>
    text('Short.', ...many(80_000, (n) => `X-Header-${n}: ${'z'.repeat(50)}`)),
  'a folded header of five megabytes': () => text('Short.', `X-Folded: a${'\r\n b'.repeat(1_250_000)}`),
  'a subject of a hundred thousand encoded words': () =>
    text('Short.', `Comments: ${many(100_000, () => '=?utf-8?Q?=C3=A4?=').join('\r\n ')}`),
  'fifty thousand recipients': () =>
    text('Short.', `Cc: ${many(50_000, (n) => `"N ${n}" <n${n}@example.test>`).join(',\r\n ')}`),
  'fifty thousand references': () =>
    text('Short.', `References: ${many(50_000, (n) => `<r${n}@example.test>`).join('\r\n ')}`),
  'parentheses within parentheses': () => text('Short.', `Reply-To: ${'('.repeat(100_000)} <a@example.test>`),
  'a gzip that grows a thousandfold': () =>
    attached('application/gzip', 'bomb.gz', gzipSync(Buffer.alloc(64 * MEGABYTE))),
  'a zip that grows a thousandfold': () =>
    attached('application/zip', 'bomb.zip', deflateRawSync(Buffer.alloc(64 * MEGABYTE))),
  'twenty megabytes of one letter': () => text(`${'a'.repeat(998)}\r\n`.repeat(20_000)),
  'soft line breaks without end': () => quotedPrintable('=\r\n'.repeat(2 * MEGABYTE)),
  'quoted-printable of nothing but escapes': () => quotedPrintable('=3D=3D=3D=0A\r\n'.repeat(300_000)),
  'quoted-printable of white space': () => quotedPrintable(`${' '.repeat(2 * MEGABYTE)}=`),
  'base64 of nothing but line ends': () => ({
    headers: ['Content-Type: text/plain', 'Content-Transfer-Encoding: base64'],
    body: '\r\n'.repeat(2 * MEGABYTE),
  }),
  'header injection': () => ({
    headers: [
      'Comments: =?utf-8?Q?one=0D=0ABcc:_victim@example.test=0D=0A=0D=0Abody?=',
      'Reply-To: =?utf-8?Q?a=0D=0ATo:_x?= <a@example.test>',
      'Content-Type: text/plain; name="=?utf-8?Q?a=0D=0AX-Evil:_1?="',
    ],
    body: 'Short.',
  }),
  'scripts and trackers': () =>
    html(
      '<script>alert(1)</script><img src="https://tracker.example.test/p.gif" onerror="alert(2)">' +
        '<iframe srcdoc="<script>alert(3)</script>"></iframe><a href="javascript:alert(4)">click</a>' +
        '<style>@import url(https://tracker.example.test/c.css)</style><svg onload=alert(5)>',
    ),
  'HTML fifty thousand elements deep': () => html('<div>'.repeat(50_000)),
  'HTML of attributes without end': () => html(`<a ${'a=b '.repeat(500_000)}>x</a>`),
  'NUL bytes, broken UTF-8 and an unknown charset': () => ({
    headers: ['Content-Type: text/plain; charset=x-unheard-of', 'Comments: \u0000\u00ff\u00fe'],
    body: Buffer.from([0, 255, 254, 192, 128, 237, 160, 128, 13, 10, 0]),
  }),
  'a boundary that never comes': () => ({
    headers: ['Content-Type: multipart/mixed; boundary="never"'],
    body: 'Nothing.',
  }),
  'a boundary that never ends': () => ({
    headers: ['Content-Type: multipart/mixed; boundary=x'],
    body: '--x\r\n\r\none\r\n--x\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n',
  }),
  'file names of other places': () =>
    attached('application/octet-stream', '../../../../etc/passwd\u0000.txt', Buffer.from('root')),
};

/** How many different ones there are. */
export const HOSTILE_KINDS: readonly string[] = Object.keys(LETTERS);

/** Hostile mail of one kind as mail number `n` of a mailbox; its Message-ID is in order and in front. */
export function hostileMail(user: string, n: number, kind: string): MadeMail {
  const messageId = messageIdOf(user, n);
  const { headers, body } = LETTERS[kind]!();
  const head = [
    `Message-ID: ${messageId}`,
    `From: Mallory <mallory@example.test>`,
    `To: ${user}@example.test`,
    `Subject: ${kind}`,
    'Date: Thu, 05 Nov 2026 09:00:00 +0000',
    'MIME-Version: 1.0',
    ...headers,
    '',
    '',
  ].join('\r\n');
  const ends = Buffer.from('\r\n');
  return { raw: Buffer.concat([Buffer.from(head, 'latin1'), Buffer.from(body), ends]), messageId };
}

function many<T>(count: number, one: (n: number) => T): T[] {
  return Array.from({ length: count }, (_, n) => one(n));
}

function nested(depth: number): Letter {
  const open = many(
    depth,
    (n) => `--b${n}\r\nContent-Type: multipart/mixed; boundary=b${n + 1}\r\n\r\n`,
  ).join('');
  const close = many(depth, (n) => `\r\n--b${depth - 1 - n}--`).join('');
  return { headers: ['Content-Type: multipart/mixed; boundary=b0'], body: `${open}deep${close}` };
}

function forwarded(depth: number): Letter {
  const layer = 'Content-Type: message/rfc822\r\n\r\n';
  return {
    headers: ['Content-Type: message/rfc822'],
    body: `${layer.repeat(depth)}Subject: deep\r\n\r\ndeep`,
  };
}

function manyParts(count: number): Letter {
  const parts = many(count, (n) => `--p\r\nContent-Type: text/plain; name=${n}.txt\r\n\r\n${n}\r\n`).join('');
  return { headers: ['Content-Type: multipart/mixed; boundary=p'], body: `${parts}--p--` };
}

function quotedPrintable(body: string): Letter {
  return text(body, 'Content-Transfer-Encoding: quoted-printable');
}

function attached(type: string, name: string, bytes: Buffer): Letter {
  const encoded = bytes.toString('base64').replaceAll(/.{76}/g, '$&\r\n');
  const part = [
    `--a\r\nContent-Type: ${type}; name="${name}"`,
    `Content-Disposition: attachment; filename="${name}"`,
    'Content-Transfer-Encoding: base64',
    '',
    encoded,
    '--a--',
  ].join('\r\n');
  return { headers: ['Content-Type: multipart/mixed; boundary=a'], body: part };
}
