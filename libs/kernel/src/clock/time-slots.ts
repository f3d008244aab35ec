/** Hours or days of UTC. */
export type SlotSize = 'hour' | 'day';

const LENGTH_MS = { hour: 3_600_000, day: 86_400_000 };
const COUNT = { hour: 48, day: 30 };

/** The last 48 hours or 30 days, UTC, oldest first, the one that runs among them: when each begins. */
export function timeSlots(by: SlotSize, now: Date): Date[] {
  const length = LENGTH_MS[by];
  const current = Math.floor(now.getTime() / length) * length;
  return Array.from({ length: COUNT[by] }, (_, slot) => new Date(current - (COUNT[by] - 1 - slot) * length));
}
