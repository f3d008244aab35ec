import { isDeepStrictEqual } from 'node:util';
import { query } from '../bench-postgres.js';
import { type Delivered } from '../mail/fill-mailboxes.js';

/** An article as far as it can be compared. */
export interface Found {
  readonly message_id: string | null;
  readonly subject: string;
  readonly attachments: readonly string[];
}

/**
 * Compares the helpdesk's tables with what was in the mailbox and answers the number of mails that have exactly one
 * article with the right subject and attachments. Rejects, naming the first ones, when that is not all of them.
 */
export async function verifyArticles(databaseUrl: string, mails: readonly Delivered[]): Promise<number> {
  const found = await query<Found>(
    databaseUrl,
    `select message_id, subject,
       array(select one ->> 'filename' from jsonb_array_elements(attachments) as one) as attachments from article`,
  );
  const [{ tickets } = { tickets: 0 }] = await query<{ tickets: number }>(
    databaseUrl,
    'select count(*)::integer as tickets from ticket',
  );
  const conversations = mails.filter(({ answers }) => answers === null).length;
  const faults = faultsIn(mails, found);
  if (tickets !== conversations) faults.push(`${tickets} tickets for ${conversations} conversations`);
  if (faults.length > 0) throw new Error(`not verified: ${faults.slice(0, 5).join('; ')} (${faults.length})`);
  return mails.length;
}

/** Every difference in words, none when each mail has its one article and no article is left over. */
export function faultsIn(mails: readonly Delivered[], found: readonly Found[]): string[] {
  const articles = Map.groupBy(found, ({ message_id }) => message_id);
  const faults = mails.flatMap((mail) => {
    const own = articles.get(mail.messageId) ?? [];
    articles.delete(mail.messageId);
    if (own.length !== 1) return `${mail.messageId} has ${own.length} articles`;
    const { subject, attachments } = own[0]!;
    const same = isDeepStrictEqual([subject, attachments], [mail.subject, mail.attachments]);
    return same ? [] : `${mail.messageId} became ${JSON.stringify({ subject, attachments })}`;
  });
  return [...faults, ...[...articles.keys()].map((id) => `${id} was in no mailbox`)];
}
