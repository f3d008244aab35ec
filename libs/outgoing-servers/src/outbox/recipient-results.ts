import { type MailAddress } from '@mailroom/kernel';
import { type MailStatus, type RecipientReport, type TurnedDownRecipient } from './outbox-mail.js';

/** How far one recipient got: `waiting` for a first word, put off, taken, refused for good, or what a report says. */
export type RecipientState =
  'waiting' | 'deferred' | 'accepted' | 'refused' | 'cancelled' | RecipientReport['kind'];

/** One recipient of a mail and the last words about them: the server's, or those of a report. */
export interface RecipientResult {
  readonly address: string;
  readonly state: RecipientState;
  readonly reply: string | null;
}

/** The parts of a mail that say how far its recipients got. */
export interface Recipients {
  readonly to: readonly MailAddress[];
  readonly cc: readonly MailAddress[];
  readonly bcc: readonly MailAddress[];
  readonly status: MailStatus;
  readonly accepted: readonly string[];
  readonly refused: readonly TurnedDownRecipient[];
  readonly deferred: readonly TurnedDownRecipient[];
  readonly reports: readonly RecipientReport[];
  readonly receipt: string | null;
}

/** Everybody whom a mail is for, each once, in the order of the draft. */
export function recipientResults(mail: Recipients): RecipientResult[] {
  const seen = new Map<string, RecipientResult>();
  for (const { address } of [...mail.to, ...mail.cc, ...mail.bcc]) {
    const key = address.toLowerCase();
    if (!seen.has(key)) seen.set(key, { address, ...lastWord(key, mail) });
  }
  return [...seen.values()];
}

function lastWord(address: string, mail: Recipients): Pick<RecipientResult, 'state' | 'reply'> {
  const of = <Each extends { address: string }>(list: readonly Each[]) =>
    list.findLast((each) => each.address.toLowerCase() === address);
  const report = of(mail.reports);
  if (report) return { state: report.kind, reply: report.diagnostic ?? report.status };
  if (mail.accepted.some((each) => each.toLowerCase() === address))
    return { state: 'accepted', reply: mail.receipt };
  const refused = of(mail.refused);
  if (refused) return { state: 'refused', reply: refused.reply };
  if (mail.status === 'cancelled') return { state: 'cancelled', reply: null };
  const deferred = of(mail.deferred);
  return deferred ? { state: 'deferred', reply: deferred.reply } : { state: 'waiting', reply: null };
}
