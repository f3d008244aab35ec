const EARLIEST = Date.UTC(1971, 0, 1);
const LATEST = Date.UTC(2200, 0, 1);

/** The Date header as an instant; null when it is absent, unreadable, or from before there was mail. */
export function sentDate(value: string | undefined): Date | null {
  if (value === undefined) return null;
  // Comments such as "(CEST)" are allowed anywhere (RFC 5322 section 3.3); Date.parse stumbles over some.
  const time = Date.parse(value.replaceAll(/\([^()]*\)/g, ' ').trim());
  return time >= EARLIEST && time < LATEST ? new Date(time) : null;
}
