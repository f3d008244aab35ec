import { figure, locale } from './language.js';
import { measureWords } from './words.js';

const full = /* @__PURE__ */ new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
const weekdayTime = /* @__PURE__ */ new Intl.DateTimeFormat(locale, {
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
});
const utcDay = /* @__PURE__ */ new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
const relative = /* @__PURE__ */ new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });

const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** An instant as people write it, in the reader's own time zone: `20 Nov 2026, 22:14`. */
export function moment(at: Date): string {
  return full.format(at);
}

/** The weekday and time of an instant, in the reader's own time zone: `Fri 22:14`. */
export function dayAndTime(at: Date): string {
  return weekdayTime.format(at);
}

/** A day of UTC: `20 Nov 2026`. */
export function day(at: Date): string {
  return utcDay.format(at);
}

/** How far away an instant is: `in 54 minutes`, `3 days ago`, `just now`, `in a moment`. */
export function distance(at: Date, now: Date): string {
  const seconds = Math.round((at.getTime() - now.getTime()) / 1_000);
  const step = STEPS.find(([, size]) => Math.abs(seconds) >= size);
  if (!step)
    return seconds > 0 ? measureWords.soon : seconds > -10 ? measureWords.justNow : measureWords.lately;
  return relative.format(Math.trunc(seconds / step[1]), step[0]);
}

/** Bytes as people read them: `25 MB`, `3.4 KB`. */
export function weight(bytes: number): string {
  const units = [measureWords.bytes, 'KB', 'MB', 'GB'];
  const power = Math.min(Math.floor(Math.log(Math.max(bytes, 1)) / Math.log(1024)), units.length - 1);
  const value = bytes / 1024 ** power;
  return `${value.toLocaleString(locale, { maximumFractionDigits: value < 10 && power > 0 ? 1 : 0 })} ${units[power] ?? ''}`;
}

/** A span of seconds: `90 seconds`, `5 minutes`, `2 hours`. */
export function span(seconds: number): string {
  const { spans } = measureWords;
  const [size, unit] =
    seconds >= 7_200 ? [3_600, spans.hours] : seconds >= 120 ? [60, spans.minutes] : [1, spans.seconds];
  return `${figure(Math.round(seconds / size))} ${unit}`;
}
