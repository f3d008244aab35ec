import { type InboundMail } from '@mailroom/plugin';

type Concerned = Pick<InboundMail, 'automaticReply' | 'historic' | 'report'>;

/**
 * What a mail does to a ticket that it joins. Answers of machines and receipts are kept and wake nobody; a bounce does,
 * because somebody has to write to another address.
 */
export function reopens({ automaticReply, historic, report }: Concerned): boolean {
  if (historic) return false;
  return report ? report.kind === 'bounce' : !automaticReply;
}

/** Does a ticket begin closed? What is imported for the record wants no work, nor what a trusted sender calls closed. */
export function staysClosed({ historic, control }: Pick<InboundMail, 'historic' | 'control'>): boolean {
  return historic || /^closed\b/i.test(control?.opening.state ?? '');
}
