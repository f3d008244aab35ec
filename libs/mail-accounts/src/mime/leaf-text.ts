import { decodeText } from '../parsing/charsets/decode-text.js';
import { unflow } from '../parsing/unflow.js';
import { decodeQuotedPrintable } from './quoted-printable.js';
import type { Leaf } from './walk-mail.js';

/** The bytes of a part, its transfer encoding undone. */
export function leafBytes({ body, content: { encoding } }: Leaf): Buffer {
  if (encoding === 'base64') return decodeBase64(body);
  return encoding === 'quoted-printable' ? decodeQuotedPrintable(body) : body;
}

/** The text of a part, line ends as `\n`. */
export function leafText(leaf: Leaf): string {
  const { flowed, delSp, charset } = leaf.content;
  const text = decodeText(leafBytes(leaf), charset).replaceAll(/\r?\n/g, '\n');
  return flowed ? unflow(text, delSp) : text;
}

/** Padded runs one after the other are decoded each for itself; what is no digit is skipped. */
function decodeBase64(encoded: Buffer): Buffer {
  const digits = encoded.toString('latin1').replaceAll(/[^a-zA-Z0-9+/=]+/g, '');
  const runs = digits.split(/=+/).filter((run) => run !== '');
  return runs.length === 1
    ? Buffer.from(digits, 'base64')
    : Buffer.concat(runs.map((run) => Buffer.from(run, 'base64')));
}
