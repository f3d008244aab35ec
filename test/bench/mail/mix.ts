import { type Dice } from './dice.js';

/** What sort of mail, and how many bytes on the wire. */
export interface Parcel {
  readonly kind: 'plain' | 'html' | 'attachment' | 'big';
  readonly bytes: number;
}

const KB = 1024;

/** What lands in a helpdesk's mailbox: share of the mails, and their sizes. */
export const mix = [
  { kind: 'plain', percent: 60, from: 2 * KB, to: 6 * KB },
  { kind: 'html', percent: 25, from: 10 * KB, to: 40 * KB },
  { kind: 'attachment', percent: 12, from: 50 * KB, to: 300 * KB },
  { kind: 'big', percent: 3, from: KB * KB, to: 5 * KB * KB },
] as const;

/** The mailbox in its order. Shares are exact to one mail; inside a kind small mails are as much more frequent as they are smaller. */
export function planMailbox(count: number, dice: Dice): Parcel[] {
  const rare = mix.slice(1).flatMap((part) => parcels(part, Math.round((count * part.percent) / 100)));
  return dice.shuffled([...parcels(mix[0], count - rare.length), ...rare]);
}

function parcels({ kind, from, to }: (typeof mix)[number], count: number): Parcel[] {
  return Array.from({ length: count }, (_, index) => {
    const bytes = Math.round(from * (to / from) ** ((index + 0.5) / count));
    return { kind, bytes };
  });
}
