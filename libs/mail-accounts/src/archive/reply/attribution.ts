import { OPENS, WROTE } from './quote-words.js';

const LONGEST_ATTRIBUTION = 4;
/** No line is looked at beyond this. */
export const LONGEST_LINE = 1_000;
/** Programs break a line no sooner than this. */
const SHORTEST_BROKEN = 50;

const wrote = new RegExp(`(^|[\\s,>\\)\\]])(${WROTE})([^\\p{L}].{0,120})?[:：]?\\s*[-*]*$`, 'iu');
const wroteInside = new RegExp(`(^|[\\s,>\\)])(${WROTE})\\s`, 'iu');
const wroteBetweenDashes = new RegExp(`^\\s*-{2,40}\\s?[^\\s-].{0,200}\\s(${WROTE})\\s?-{2,40}$`, 'iu');
const opening = new RegExp(`^[\\s*-]*(${OPENS})\\s.{0,30}\\d`, 'iu');

/** How many lines the attribution that begins here has: who wrote what is quoted, and when; 0 when none does. */
export function attribution(lines: readonly string[], index: number, start = 0): number {
  const first = lines[index] ?? '';
  if (/^\s*(>|$)/.test(first)) return 0;
  if (wroteBetweenDashes.test(first.slice(0, LONGEST_LINE))) return 1;
  const before = index > start ? (lines[index - 1] ?? '').trim() : '';
  for (let length = 1; length <= LONGEST_ATTRIBUTION; length += 1) {
    const last = lines[index + length - 1]?.trim() ?? '';
    if (last === '' || last.startsWith('>')) return 0;
    const here = lines.slice(index, index + length);
    const apart = before === '' || length === 1 || opening.test(first.slice(0, LONGEST_LINE));
    const quoted = isQuotedBelow(lines, index + length);
    if (apart && isAttribution(joined(here), quoted)) return isAnswerAbove(here, quoted) ? 0 : length;
  }
  return 0;
}

/** Is the next line with anything in it marked as quoted? */
export function isQuotedBelow(lines: readonly string[], index: number): boolean {
  const next = lines.slice(index, index + 3).find((line) => line.trim() !== '');
  return next?.startsWith('>') ?? false;
}

/** Does it name a day or a time of day? */
export function isDated(text: string): boolean {
  return (
    /\b\d{1,2}[:.h]\d{2}\b|\b(19|20)\d\d\b|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}\s?[年.]/u.test(text) ||
    /[٠-٩۰-۹]{1,2}:[٠-٩۰-۹]{2}|[٠-٩۰-۹]{4}/u.test(text)
  );
}

/** Does it name an hour? */
export function isTimed(text: string): boolean {
  return /\b\d{1,2}[:h]\d{2}\b|\b(kl|klo|um|alle|ore|at|om)\.?\s\d{1,2}\.\d{2}\b/iu.test(text);
}

/** Does it name an e-mail address? */
export function isAddressed(text: string): boolean {
  return /\S@[^\s@.]+\.\S/.test(text);
}

/**
 * Where a line goes over from the answer into an attribution, as programs have it that put no line break between
 * the two: "Thanks! On 20 Nov 2026, Desk wrote:". Null where it does not.
 */
export function attributionWithin(line: string): number | null {
  if (opening.test(line.slice(0, LONGEST_LINE))) return null;
  const begins = [...line.slice(0, LONGEST_LINE).matchAll(/(?<=\S)(?:\s+|\s*-{2,}\s*)(?=\p{Lu})/gu)];
  const within = begins.slice(-20).find(({ index, 0: gap }) => {
    const rest = line.slice(index + gap.length);
    return opening.test(rest) && isDated(rest) && wrote.test(rest) && /[:：]$/.test(rest);
  });
  return within?.index ?? null;
}

// The answer stands right above a line that says everything, and is not the beginning of that line.
function isAnswerAbove(lines: readonly string[], quoted: boolean): boolean {
  return lines.some((_, above) => {
    if (above === 0) return false;
    const rest = joined(lines.slice(above));
    if (!isDated(rest) || !isAttribution(rest, quoted)) return false;
    const short = lines.slice(0, above).every((line) => line.length < SHORTEST_BROKEN);
    return opening.test(rest) || (short && isAddressed(rest));
  });
}

function isAttribution(text: string, quoted: boolean): boolean {
  const [dated, addressed] = [isDated(text), isAddressed(text)];
  const ends = /[:：]\s*[-*]*[\u200e\u200f\u202a-\u202e\u2066-\u2069]*$/u.test(text);
  const says = wrote.test(text) || (ends && wroteInside.test(text));
  if (quoted && (ends || says || /^\d{4}[/-]/.test(text))) return dated || addressed;
  // "Your Mr Smith wrote on 3 May 2026:" is the customer's own sentence: programs add the hour, or the address.
  if (says && !ends) return isTimed(text) && addressed && opening.test(text);
  if (says) return isTimed(text) || addressed;
  return ends && dated && /[<([]\s?\S{1,200}@/.test(text);
}

function joined(lines: readonly string[]): string {
  return lines.join(' ').slice(0, LONGEST_LINE).trim();
}
