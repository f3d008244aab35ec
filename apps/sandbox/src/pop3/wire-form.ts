/** The bytes of a message as POP3 sends them, before stuffing: every line ends with CRLF (RFC 1939 section 3). */
export function inLines(raw: Buffer): Buffer {
  const text = raw.toString('latin1').replace(/\r?\n/g, '\r\n');
  return Buffer.from(text === '' || text.endsWith('\r\n') ? text : `${text}\r\n`, 'latin1');
}

/** With a dot in front of every line that begins with one, and the line that ends the answer. */
export function stuffed(lines: Buffer): Buffer {
  return Buffer.from(`${lines.toString('latin1').replace(/(^|\r\n)\./g, '$1..')}.\r\n`, 'latin1');
}

/** Header, empty line, and so many lines of the body. */
export function topOf(lines: Buffer, count: number): Buffer {
  const text = lines.toString('latin1');
  const end = text.startsWith('\r\n') ? 0 : text.indexOf('\r\n\r\n') + 2;
  if (end < 2 && end !== 0) return lines;
  const body = text.slice(end + 2).split('\r\n');
  const top = body.slice(0, count).map((line) => `${line}\r\n`);
  return Buffer.from(
    text.slice(0, end + 2) + (count >= body.length - 1 ? body.join('\r\n') : top.join('')),
    'latin1',
  );
}
