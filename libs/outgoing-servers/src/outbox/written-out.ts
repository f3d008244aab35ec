import { encode as base64, wrap as folded } from 'nodemailer/lib/base64';
import type MimeNode from 'nodemailer/lib/mime-node';
import { encode as quotedPrintable, wrap as softlyBroken } from 'nodemailer/lib/qp';

/** The largest text, in bytes, that is broken into lines here exactly as nodemailer's streams break it. */
export const WRITTEN_OUT_AT_MOST = 65_536;

const CRLF = '\r\n';
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const TAB = 0x09;

/**
 * The bytes that `build()` of nodemailer makes of a compiled mail, without its streams: for mails whose contents are all
 * strings and Buffers, of which nodemailer encodes texts up to `WRITTEN_OUT_AT_MOST` bytes in one go too. Throws a
 * TypeError where a content is a stream.
 */
export function writtenOut(mail: MimeNode): Buffer {
  const bytes = Buffer.concat([...partsOf(mail)]);
  const last = bytes.at(-1);
  if (last === LF) return bytes;
  return Buffer.concat([bytes, Buffer.from(last === CR ? '\n' : CRLF)]);
}

function* partsOf(node: MimeNode): Generator<Buffer> {
  const encoding = node.getTransferEncoding();
  // What is multipart, and its boundary, is known once the headers are built.
  yield Buffer.from(`${node.buildHeaders()}${CRLF}${CRLF}`);
  if (node.content) yield encoded(bytesOf(node.content), encoding);
  if (!node.multipart) return;
  for (const [at, child] of node.childNodes.entries()) {
    yield Buffer.from(`${at > 0 ? CRLF : ''}--${node.boundary}${CRLF}`);
    yield* partsOf(child);
  }
  yield Buffer.from(`${CRLF}--${node.boundary}--${CRLF}`);
}

function bytesOf(content: unknown): Buffer {
  if (typeof content === 'string') return Buffer.from(content);
  if (Buffer.isBuffer(content)) return content;
  throw new TypeError('a content that is neither text nor bytes');
}

function encoded(content: Buffer, encoding: string | false): Buffer {
  if (encoding === 'base64') return Buffer.from(folded(base64(content)), 'latin1');
  if (encoding === 'quoted-printable') return Buffer.from(inQuotedPrintable(content), 'latin1');
  return content;
}

// As the encoder's stream does it: blanks at the end are held back, and may break the last line once more.
function inQuotedPrintable(content: Buffer): string {
  let end = content.length;
  while (end > 0 && isBlank(content[end - 1])) end -= 1;
  const lines = softlyBroken(quotedPrintable(content.subarray(0, end)));
  const last = lines.lastIndexOf('\n') + 1;
  return lines.slice(0, last) + softlyBroken(lines.slice(last) + quotedPrintable(content.subarray(end)));
}

function isBlank(byte: number | undefined): boolean {
  return byte === SPACE || byte === TAB;
}
