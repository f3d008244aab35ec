import { type ArrivedInSlot } from '@mailroom/mail-accounts';
import { type DepartedInSlot } from '@mailroom/outgoing-servers';

/** The mails of an hour or a day, by what became of them. */
export interface FlowSlot {
  readonly from: string;
  /** Came in and were stored by the helpdesk. */
  readonly stored: number;
  /** Came in and wait: for another try, or for an admin. */
  readonly held: number;
  /** Came in and were left aside on purpose: ignored, refused, duplicates, thrown away. */
  readonly aside: number;
  readonly sent: number;
  /** Could not leave, and nobody has taken them up again. */
  readonly failed: number;
}

type Kind = Exclude<keyof FlowSlot, 'from'>;

const KINDS: Readonly<Record<ArrivedInSlot['outcome'], Kind>> = {
  stored: 'stored',
  retrying: 'held',
  quarantined: 'held',
  oversized: 'held',
  ignored: 'aside',
  refused: 'aside',
  duplicate: 'aside',
  discarded: 'aside',
};

/** What came and went, laid out over these slots, none left out. */
export function mailFlow(
  slots: readonly Date[],
  arrived: readonly ArrivedInSlot[],
  departed: readonly DepartedInSlot[],
): FlowSlot[] {
  const flow = slots.map((from) => ({
    from: from.toISOString(),
    stored: 0,
    held: 0,
    aside: 0,
    sent: 0,
    failed: 0,
  }));
  const add = (slot: number, kind: Kind, mails: number) => {
    const found = flow[slot];
    if (found) found[kind] += mails;
  };
  for (const { slot, outcome, mails } of arrived) add(slot, KINDS[outcome], mails);
  for (const { slot, outcome, mails } of departed) add(slot, outcome, mails);
  return flow;
}
