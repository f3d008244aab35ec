import { randomUUID } from 'node:crypto';

/**
 * A new delivery's id: a UUID that sorts by time (RFC 9562 section 5.7, version 7), so lists need no other order.
 * `turn` keeps the order of mails that get their ids in the same millisecond (section 6.2, method 1).
 */
export function newDeliveryId(now: Date, turn = 0): string {
  const time = timeOf(now);
  const order = (turn & 0x0fff).toString(16).padStart(3, '0');
  // Node keeps random bytes in store for its own UUIDs; asking for some costs ten times as much.
  return `${time}-7${order}-${randomUUID().slice(-17)}`;
}

/** What no delivery that gets its id at `moment` or later is before, and every earlier one is. */
export function firstDeliveryId(moment: Date): string {
  return `${timeOf(moment)}-7000-8000-000000000000`;
}

function timeOf(moment: Date): string {
  const hex = moment.getTime().toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}`;
}
