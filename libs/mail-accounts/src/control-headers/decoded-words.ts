const WORD = /=\?([\w.:+-]{1,40})(?:\*[\w-]{0,20})?\?([bq])\?([^?\s]{0,2000})\?=/gi;

/** A header's text with its encoded words read (RFC 2047 section 2); one in an unknown charset stays as it is. */
export function decodedWords(text: string): string {
  if (!text.includes('=?')) return text;
  // White space between two of them is nobody's (section 6.2).
  const joined = text.replaceAll(/\?=\s{1,80}=\?/g, '?==?');
  return joined.replaceAll(WORD, (whole, charset: string, way: string, payload: string) => {
    const bytes = /b/i.test(way) ? Buffer.from(payload, 'base64') : fromQuoted(payload);
    try {
      return new TextDecoder(charset).decode(bytes);
    } catch {
      return whole;
    }
  });
}

function fromQuoted(payload: string): Buffer {
  const binary = payload
    .replaceAll('_', ' ')
    .replaceAll(/=([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(binary, 'latin1');
}
