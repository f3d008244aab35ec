import { randomBytes } from 'node:crypto';

/**
 * A new delivery's id: a UUID that sorts by time (RFC 9562 section 5.7, version 7), so lists need no other order.
 * `turn` keeps the order of mails that get their ids in the same millisecond (section 6.2, method 1).
 */
export function newDeliveryId(now: Date, turn = 0): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now.getTime(), 0, 6);
  bytes.writeUInt16BE(0x7000 | (turn & 0x0fff), 6);
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** What no delivery that gets its id at `moment` or later is before, and every earlier one is. */
export function firstDeliveryId(moment: Date): string {
  const hex = moment.getTime().toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}
