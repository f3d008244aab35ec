import { isAscii, isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { charsetName } from './charset-name.js';
import { guessCharset, guessInsteadOfWestern } from './guess-charset.js';
import { decodeShifted, escapedCharset } from './shifted-charsets.js';

/**
 * Text of bytes that say, rightly or wrongly or not at all, which character set they are in. What can only be UTF-8
 * is UTF-8; escape sequences of ISO 2022 say what they are; otherwise what is declared counts where it is known, and a
 * guess where it is not. Never throws; what does not decode becomes U+FFFD.
 */
export function decodeText(bytes: Buffer, declared?: string | null): string {
  const named = charsetName(declared);
  // Wide characters without a single zero byte are a label that somebody got wrong.
  const charset = named !== null && WIDE.test(named) && !bytes.includes(0) ? null : named;
  if (isAscii(bytes)) return decodeSevenBit(bytes, charset);
  const wide = byteOrderMark(bytes);
  if (wide) return decodeAs(bytes, wide) ?? bytes.toString('utf8');
  if (isUtf8(bytes) && (!isWide(charset) || isUnmistakable(bytes)))
    return bytes.toString('utf8').replace(/^\ufeff/, '');
  if (charset === 'utf-8')
    return mostlyUtf8(bytes) ?? decodeAs(bytes, guessCharset(bytes)) ?? bytes.toString('utf8');
  const meant = charset !== null && WESTERN.test(charset) ? guessInsteadOfWestern(bytes) : null;
  return (
    (charset && decodeAs(bytes, meant ?? charset)) ??
    decodeAs(bytes, guessCharset(bytes)) ??
    bytes.toString('utf8')
  );
}

const WESTERN = /^(iso-8859-1|latin1|windows-1252)$/;
const WIDE = /^(utf-16|utf-16le|utf-16be|utf-32\w*|ucs-2)$/;

function decodeSevenBit(bytes: Buffer, charset: string | null): string {
  const escaped = escapedCharset(bytes);
  if (escaped) return decodeAs(bytes, escaped) ?? bytes.toString('latin1');
  const meant = charset !== null && (/^(utf-7|utf-7-imap|hz)$/.test(charset) || WIDE.test(charset));
  return (meant && decodeAs(bytes, charset)) || bytes.toString('latin1');
}

/** Null where nobody knows the name. */
function decodeAs(bytes: Buffer, charset: string): string | null {
  const shifted = decodeShifted(bytes, charset);
  if (shifted !== null) return shifted;
  // What Windows writes under this name has letters that the decoder of the platform does not know.
  if (charset === 'euc-kr') return iconv.decode(bytes, 'cp949');
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return iconv.encodingExists(charset) ? iconv.decode(bytes, charset) : null;
  }
}

function byteOrderMark(bytes: Buffer): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

function isWide(charset: string | null): boolean {
  return charset !== null && /^(gb|big5|euc|shift_jis|iso-2022|utf-16|utf-32|hz)/.test(charset);
}

// Two characters of three bytes, or four of two, are no coincidence in another multi-byte set.
function isUnmistakable(bytes: Buffer): boolean {
  const wide = bytes.toString('utf8').match(/[\u0080-\uffff]/g) ?? [];
  return wide.filter((character) => character > '\u07ff').length >= 2 || wide.length >= 4;
}

/** UTF-8 with a bad spot here and there, as cut or patched mails have; null when most of it is bad. */
function mostlyUtf8(bytes: Buffer): string | null {
  const text = bytes.toString('utf8');
  const bad = text.match(/\ufffd/g)?.length ?? 0;
  const good = text.match(/[\u0080-\ufffc]/g)?.length ?? 0;
  // Other character sets have a pair here and there that could be UTF-8, and many that could not.
  return good * 2 >= bad ? text : null;
}
