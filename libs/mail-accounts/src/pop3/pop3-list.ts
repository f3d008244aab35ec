/** Number of a mail in this session, and what the server says of it in one word. */
export interface Pop3Entry {
  readonly number: number;
  readonly word: string;
}

/** A message number fits here with room to spare; a server may claim anything. */
const LARGEST = 2_147_483_647;

/** A line of UIDL or LIST (RFC 1939 sections 5 and 7): number and word; null when it is none. */
export function parseEntry(line: string): Pop3Entry | null {
  const [, digits = '', word = ''] = /^ *(\d{1,10})[ \t]+([\x21-\x7e]+)/.exec(line) ?? [];
  const number = Number(digits);
  return number >= 1 && number <= LARGEST && word !== '' ? { number, word } : null;
}

/** A size as LIST has it, in bytes; 0 where it is no number. Never more than 32 bits. */
export function sizeOf(word: string): number {
  const size = /^\d{1,15}$/.test(word) ? Number(word) : 0;
  return Math.min(size, LARGEST);
}

/** What CAPA announces (RFC 2449), by name in upper case; the parameters as they came. */
export function parseCapabilities(lines: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    lines.map((line) => {
      const [, name = '', parameters = ''] = /^(\S+)\s*(.*)$/.exec(line.trim()) ?? [];
      return [name.toUpperCase(), parameters] as const;
    }),
  );
}
