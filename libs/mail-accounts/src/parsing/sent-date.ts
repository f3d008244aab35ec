const EARLIEST = Date.UTC(1971, 0, 1);
const LATEST = Date.UTC(2200, 0, 1);
const LONGEST = 200;

/** Names of zones that mailers write and Date.parse does not know, as far as they name but one. */
const ZONES: Readonly<Record<string, string>> = {
  WET: '+0000',
  WEST: '+0100',
  BST: '+0100',
  CET: '+0100',
  MET: '+0100',
  MEZ: '+0100',
  CEST: '+0200',
  MEST: '+0200',
  MESZ: '+0200',
  EET: '+0200',
  EEST: '+0300',
  MSK: '+0300',
  JST: '+0900',
  KST: '+0900',
  AEST: '+1000',
  AEDT: '+1100',
  NZST: '+1200',
  NZDT: '+1300',
};

/** Months as others than Americans write them, by their first letters without accents. */
const MONTHS: Readonly<Record<string, string>> = {
  ene: 'Jan',
  gen: 'Jan',
  fev: 'Feb',
  mrz: 'Mar',
  mrt: 'Mar',
  mar: 'Mar',
  abr: 'Apr',
  avr: 'Apr',
  mag: 'May',
  mai: 'May',
  maj: 'May',
  mei: 'May',
  giu: 'Jun',
  juin: 'Jun',
  juil: 'Jul',
  lug: 'Jul',
  ago: 'Aug',
  aou: 'Aug',
  set: 'Sep',
  okt: 'Oct',
  ott: 'Oct',
  out: 'Oct',
  dez: 'Dec',
  dic: 'Dec',
};

/** "20.11.2026" is read as the day of a month that does not exist, or of another one. */
const DAY_FIRST = /^(\d{1,2})\.(\d{1,2})\.(\d{4})\b/;
/** Form encoding makes a space of a plus. */
const LOST_PLUS = /(:\d{2}) {1,2}(?=0\d{3}$)/;

/** What says in which zone a time is, behind it. */
const ZONED = /:\d{2}.*?(?:[+-]\d{2}|\b(?:UTC?|GMT|[ECMP][SD]T)\b|[\d\s]Z\b)/i;

/**
 * The Date header as an instant; null when it is absent, unreadable, or from before there was mail. A time without a zone is
 * in UTC (RFC 5322 section 4.3), wherever we run.
 */
export function sentDate(value: string | undefined): Date | null {
  if (value === undefined) return null;
  // Comments such as "(CEST)" are allowed anywhere (RFC 5322 section 3.3); Date.parse stumbles over some.
  const plain = value
    .replaceAll(/\([^()]*\)/g, ' ')
    .trim()
    .slice(0, LONGEST)
    .replace(DAY_FIRST, '$3-$2-$1')
    .replace(LOST_PLUS, '$1 +');
  const known = (): string => withKnownMonth(withKnownZone(plain));
  for (const form of [() => plain, known, () => withoutTail(known())]) {
    const time = Date.parse(inUtcAtLeast(form()));
    if (time >= EARLIEST && time < LATEST) return new Date(time);
  }
  return null;
}

/** Date.parse takes a time without a zone for one of the machine's own. */
function inUtcAtLeast(date: string): string {
  if (!date.includes(':') || ZONED.test(date)) return date;
  return /\dT\d/.test(date) ? `${date}Z` : `${date} UTC`;
}

/** With colons in its time where there are dots, and the offset for a zone's name; one that nobody knows goes (RFC 5322 section 4.3). */
function withKnownZone(date: string): string {
  return date
    .replace(
      /\b(\d{1,2})\.(\d{2})(?:\.(\d{2}))?(?=\s)/,
      (_, hours, minutes, seconds = '00') => `${hours}:${minutes}:${seconds}`,
    )
    .replace(
      /(:\d{2}\s+)([A-Z]{2,5})\b(?!\s*[+-]\d)/,
      (_, time: string, zone: string) => `${time}${ZONES[zone] ?? (/^[AP]M$/.test(zone) ? zone : '')}`,
    )
    .replace(/^(\p{L}{2,10})[.,]*\s+(?=\d)/u, '');
}

/** "3. Dez 2026", "2026年12月3日", and the year 126 of those who count from 1900 (RFC 5322 section 4.3). */
function withKnownMonth(date: string): string {
  return date
    .replace(/(\d{4})年(\d{1,2})月(\d{1,2})日/, '$1-$2-$3')
    .replace(/(\d{1,2})\.?([ -]+)(\p{L}{3,10})\.?(?=[ -]+\d)/u, (_, day, gap, name: string) => {
      const bare = name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
      return `${day}${gap}${MONTHS[bare.slice(0, 4)] ?? MONTHS[bare.slice(0, 3)] ?? name}`;
    })
    .replace(/(\p{L}[ -])(1\d{2})(?= +\d{1,2}:)/u, (_, before, year) => `${before}${1900 + Number(year)}`);
}

/** Nothing but what stands before a zone that takes several words. */
function withoutTail(date: string): string {
  return date.replace(/(:\d{2}(?:\s*[+-]\d{4})?)\s+\D.*$/, '$1');
}
