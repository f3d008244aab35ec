import { type InboundMail } from '@mailroom/plugin';

/**
 * What a mail does to a ticket that it joins. Answers of machines and receipts are kept and wake nobody; a bounce does,
 * because somebody has to write to another address.
 */
export function reopens({ automaticReply, report }: Pick<InboundMail, 'automaticReply' | 'report'>): boolean {
  return report ? report.kind === 'bounce' : !automaticReply;
}
