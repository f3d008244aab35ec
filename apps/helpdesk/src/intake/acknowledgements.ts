import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { automaticAnswerTo, OutgoingMail, Problem, type InboundMail } from '@mailroom/plugin';
import { HelpdeskSettings } from '../settings/helpdesk-settings.js';
import { signedMessageId } from '../threading/signed-message-id.js';

/** A ticket that a mail has just opened. */
export interface OpenedTicket {
  readonly number: number;
  readonly mail: InboundMail;
}

/** Tells customers the number of their new ticket: once a day each, never a machine (RFC 3834). */
@Injectable()
export class Acknowledgements {
  constructor(
    private readonly mail: OutgoingMail,
    private readonly settings: HelpdeskSettings,
  ) {}

  /** Puts them into the outbox, in the transaction that opens the tickets. */
  async send(opened: readonly OpenedTicket[], tx: EntityManager): Promise<void> {
    if (!this.settings.acknowledge) return;
    const people = new Map<string, OpenedTicket>();
    for (const ticket of opened) {
      const to = automaticAnswerTo(ticket.mail);
      if (to !== null && !people.has(to.toLowerCase())) people.set(to.toLowerCase(), ticket);
    }
    for (const address of await due([...people.keys()], tx)) {
      const ticket = people.get(address);
      if (ticket) await this.acknowledge(address, ticket, tx);
    }
  }

  private async acknowledge(to: string, { number, mail }: OpenedTicket, tx: EntityManager): Promise<void> {
    const from = mail.account.address;
    const messageId = signedMessageId(this.settings.sessionSecret, number, from.split('@').at(-1) ?? '');
    const text = `We have your mail and call it #${number}. Answer this mail to add to it.\n`;
    const automatic = 'replied' as const;
    const reference = mail.messageId !== null && /^<[^<>\s]{1,900}>$/.test(mail.messageId);
    const answers = reference ? { inReplyTo: mail.messageId } : {};
    try {
      await this.mail.send(
        { from, to: [to], subject: `[#${number}] We have your mail`, text, messageId, automatic, ...answers },
        tx,
      );
    } catch (error) {
      // An address that can be written from but not to: no reason to do without the ticket.
      if (!(error instanceof Problem)) throw error;
    }
  }
}

// In order, so that two groups with the same customers wait for each other instead of deadlocking.
const DUE = `
  insert into acknowledgement (address, sent_at)
  select address, now() from unnest($1::text[]) as one (address) order by address
  on conflict (address) do update set sent_at = excluded.sent_at
    where acknowledgement.sent_at <= now() - interval '1 day'
  returning address`;

async function due(addresses: readonly string[], tx: EntityManager): Promise<string[]> {
  if (addresses.length === 0) return [];
  const rows = await tx.query<{ address: string }[]>(DUE, [addresses]);
  return rows.map(({ address }) => address);
}
