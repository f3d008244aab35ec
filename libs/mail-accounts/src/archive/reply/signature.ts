import { SENT_FROM } from './quote-words.js';

const LONGEST_SIGNATURE = 25;

/**
 * The lines without what a program, a device or a habit adds below: everything behind the last "-- " (RFC 3676 section
 * 4.3), and "Sent from my …".
 */
export function withoutSignature(lines: readonly string[]): string[] {
  const mark = lines.findLastIndex((line) => /^(--|—|–|__+|-- )\s*$/.test(line));
  const short =
    mark > 0 && lines.slice(mark).filter((line) => line.trim() !== '').length <= LONGEST_SIGNATURE;
  return withoutDevice(short ? lines.slice(0, mark) : lines);
}

function withoutDevice(lines: readonly string[]): string[] {
  const last = lines.findLastIndex((line) => line.trim() !== '');
  const signs = last >= 0 && SENT_FROM.test((lines[last] ?? '').slice(0, 200));
  return signs ? withoutDevice(lines.slice(0, last)) : [...lines];
}
