/** Padded runs one after the other are decoded each for itself; what is no digit is skipped. */
export function decodeBase64(encoded: Buffer): Buffer {
  const digits = encoded.toString('latin1').replaceAll(/[^a-zA-Z0-9+/=]+/g, '');
  const [first = '', ...others] = digits.split(/=+/).filter((run) => run !== '');
  const bytes = Buffer.from(first, 'base64');
  return others.length === 0
    ? bytes
    : Buffer.concat([bytes, ...others.map((run) => Buffer.from(run, 'base64'))]);
}

/**
 * The same for a text, to which lists and gateways add theirs without an encoding: what begins with a line of words, at the
 * top or behind the end of a run, is taken as it is.
 */
export function decodeBase64Text(encoded: Buffer): Buffer {
  const text = encoded.toString('latin1');
  if (!NO_DIGIT.test(text)) return decodeBase64(encoded);
  const plain = WORDS_BEHIND.exec(text)?.index;
  if (plain === undefined) return decodeBase64(encoded);
  const decoded = decodeBase64(encoded.subarray(0, plain));
  const added = encoded.subarray(plain);
  return decoded.length === 0 ? added : Buffer.concat([decoded, Buffer.from('\r\n'), added]);
}

const NO_DIGIT = /[^A-Za-z0-9+/=\s]/;
/** A line with spaces in it at the beginning; any that is no base64 behind padding or an empty line. What is empty before it goes along. */
const WORDS_BEHIND =
  /^\s{0,20}[^\n]{0,998}?(?:[^\sA-Za-z0-9+/=][ \t]|[^\s][ \t]+[^\s\r])[^\n]*|(?:(?<==[ \t]{0,20}\r?\n)|(?<=\n\r?\n))(?:[ \t]{0,20}\r?\n){0,20}[^\n]{0,998}?[^A-Za-z0-9+/=\s]/;
