import { decodeText } from '../parsing/charsets/decode-text.js';
import { declaredInHtml } from '../parsing/charsets/declared-in-html.js';
import { unflow } from '../parsing/unflow.js';
import { decodeBase64, decodeBase64Text } from './base64.js';
import { decodeQuotedPrintable } from './quoted-printable.js';
import { decodeUuencode } from './uuencoded.js';
import type { Leaf } from './walk-mail.js';

/** The bytes of a part, its transfer encoding undone. */
export function leafBytes({ body, content: { encoding } }: Leaf): Buffer {
  if (encoding === 'base64') return decodeBase64(body);
  if (encoding === 'quoted-printable') return decodeQuotedPrintable(body);
  return encoding.includes('uu') ? decodeUuencode(body) : body;
}

/** The text of a part, line ends as `\n`. */
export function leafText(leaf: Leaf): string {
  const { type, encoding, flowed, delSp, charset } = leaf.content;
  const bytes = encoding === 'base64' ? decodeBase64Text(leaf.body) : leafBytes(leaf);
  const declared = type === 'text/html' ? (charset ?? declaredInHtml(bytes)) : charset;
  const text = decodeText(bytes, declared).replaceAll(/\r\n/g, '\n');
  return flowed ? unflow(text, delSp) : text;
}
