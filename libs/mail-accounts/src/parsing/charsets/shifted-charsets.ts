/* oxlint-disable no-control-regex -- what switches between the sets are control characters */
const ESCAPE = 0x1b;

/**
 * Text in one of the 7-bit character sets of East Asia that switch between two sets: `iso-2022-kr` (RFC 1557),
 * `iso-2022-cn` (RFC 1922, its simplified part) and `hz` (RFC 1843). Null for any other name.
 */
export function decodeShifted(bytes: Buffer, charset: string): string | null {
  switch (charset) {
    case 'iso-2022-kr':
      return new TextDecoder('euc-kr').decode(withoutShifts(bytes));
    case 'iso-2022-cn':
      return new TextDecoder('gb18030').decode(withoutShifts(bytes));
    case 'hz':
      return new TextDecoder('gb18030').decode(withoutTildes(bytes));
    default:
      return null;
  }
}

/** The 7-bit character set whose escape sequences (ISO 2022) stand in the bytes; null without any. */
export function escapedCharset(bytes: Buffer): string | null {
  if (!bytes.includes(ESCAPE)) return null;
  const text = bytes.toString('latin1');
  if (/\x1b\$\)C/.test(text)) return 'iso-2022-kr';
  if (/\x1b\$\)[AG]/.test(text)) return 'iso-2022-cn';
  return /\x1b(\$[@B]|\([IJ]|\$\(D)/.test(text) ? 'iso-2022-jp' : null;
}

function withoutShifts(bytes: Buffer): Buffer {
  const text = bytes.toString('latin1').replaceAll(/\x1b\$[)*+][A-Z]/g, '');
  // A line begins unshifted.
  const plain = text.replaceAll(/\x0e([^\x0e\x0f\n]*)\x0f?/g, (_, run: string) => raised(run));
  return Buffer.from(plain.replaceAll('\x0f', ''), 'latin1');
}

// A pair begins with anything but a tilde and may end with one.
function withoutTildes(bytes: Buffer): Buffer {
  const plain = bytes
    .toString('latin1')
    .replaceAll(/~(?:\{((?:[!-}][!-~]|[ \t])*)(?:~\}|$|(?=\n))|(~)|\n)/g, (_, run?: string, tilde = '') =>
      run === undefined ? String(tilde) : raised(run),
    );
  return Buffer.from(plain, 'latin1');
}

/** The 8-bit form of the same set: its bytes with their high bit. */
function raised(run: string): string {
  return run.replaceAll(/[!-~]/g, (byte) => String.fromCharCode(byte.charCodeAt(0) | 0x80));
}
