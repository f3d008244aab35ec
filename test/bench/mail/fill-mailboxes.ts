import { type Dovecot } from '../../support/dovecot.js';
import { type GeneratedMail } from './generate-mail.js';

/** What is known of a generated mail once its bytes are delivered. */
export type Delivered = Omit<GeneratedMail, 'raw'>;

/** As many at once as Dovecot takes well, and as stay small in memory. */
const BATCH = 200;

/** Delivers the same mails to each mailbox; answers what they were, and their bytes together. */
export async function fillMailboxes(
  dovecot: Dovecot,
  users: readonly string[],
  mails: Iterable<GeneratedMail> | AsyncIterable<GeneratedMail>,
): Promise<{ readonly delivered: readonly Delivered[]; readonly bytes: number }> {
  const delivered: Delivered[] = [];
  const batch: Buffer[] = [];
  let bytes = 0;
  const deliver = () => {
    const together = batch.splice(0);
    for (const user of users) dovecot.seed(user, together);
  };
  for await (const { raw, ...mail } of mails) {
    delivered.push(mail);
    bytes += raw.length;
    if (batch.push(raw) === BATCH) deliver();
  }
  deliver();
  return { delivered, bytes };
}
