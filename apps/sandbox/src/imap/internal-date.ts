const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A moment as INTERNALDATE, in UTC: `07-Feb-2026 21:52:25 +0000`. */
export function internalDate(date: Date): string {
  const [, day = '', month = '', year = '', time = ''] =
    /, (\d+) (\w+) (\d+) ([\d:]+)/.exec(date.toUTCString()) ?? [];
  return `${day}-${month}-${year} ${time} +0000`;
}

/** A date-time of APPEND, or a date of SEARCH (then midnight UTC); null when it is neither. */
export function parseImapDate(text: string): Date | null {
  const [, day, month = '', year, time = '00:00:00', zone = '+0000'] =
    /^ ?(\d{1,2})-([A-Za-z]{3})-(\d{4})(?: (\d\d:\d\d:\d\d) ([+-]\d{4}))?$/.exec(text) ?? [];
  const index = months.findIndex((name) => name.toLowerCase() === month.toLowerCase());
  if (!day || index < 0) return null;
  const padded = `${year}-${String(index + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
  const moment = new Date(`${padded}T${time}${zone.replace(/(\d\d)$/, ':$1')}`);
  return Number.isNaN(moment.getTime()) ? null : moment;
}
