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

/** The Date header as an instant; null when it is absent, unreadable, or from before there was mail. */
export function sentDate(value: string | undefined): Date | null {
  if (value === undefined) return null;
  // Comments such as "(CEST)" are allowed anywhere (RFC 5322 section 3.3); Date.parse stumbles over some.
  const plain = value
    .replaceAll(/\([^()]*\)/g, ' ')
    .trim()
    .slice(0, LONGEST);
  const parsed = Date.parse(plain);
  const time = Number.isNaN(parsed) ? Date.parse(withKnownZone(plain)) : parsed;
  return time >= EARLIEST && time < LATEST ? new Date(time) : null;
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
