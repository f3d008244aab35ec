import { DEVICE, SENT_FROM, SENT_LAST, SIGNED } from './quote-words.js';

const LONGEST_SIGNATURE = 25;
/** "Sent from my …" in one breath. What is longer has to name a device or a program. */
const SHORTEST_SENTENCE = 45;
const LONGEST_LINE = 120;

const begins = new RegExp(`^[\\s<(*_-]*(${SENT_FROM})`, 'iu');
const ends = new RegExp(`(${SENT_LAST})[\\s.。)>*_]*$`, 'iu');
const whole = new RegExp(`^[\\s<(*_-]*(${SIGNED})[\\s.)>*_]*$`, 'iu');
const device = new RegExp(DEVICE, 'iu');

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
  const last = lastWritten(lines, lines.length);
  if (isOfDevice(lines[last])) return withoutDevice(lines.slice(0, last));
  // Some programs say in a line of its own where to get them.
  const above = /^\s*https?:\/\/\S+$/.test(lines[last] ?? '') ? lastWritten(lines, last) : -1;
  return isOfDevice(lines[above]) ? withoutDevice(lines.slice(0, above)) : [...lines];
}

function isOfDevice(line = ''): boolean {
  const said = line
    .slice(0, 1_000)
    .replaceAll(/[<([]?https?:\/\/\S+/g, '')
    .trim();
  if (said.length > LONGEST_LINE || said.endsWith('?')) return false;
  const short = said.length <= SHORTEST_SENTENCE;
  return (
    whole.test(said) ||
    (short && ends.test(said)) ||
    (begins.test(said) && (device.test(said) || (short && /^\P{Ll}/u.test(said))))
  );
}

function lastWritten(lines: readonly string[], below: number): number {
  return lines.slice(0, below).findLastIndex((line) => line.trim() !== '');
}
