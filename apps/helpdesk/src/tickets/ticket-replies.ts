import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { correlationId, OutgoingMail } from '@mailroom/plugin';
import { HelpdeskSettings } from '../settings/helpdesk-settings.js';
import { type StaffMember } from '../staff/staff-member.js';
import { signedMessageId } from '../threading/signed-message-id.js';
import { Article } from './article.js';
import { Participant } from './participant.js';
import { bareAddress, splitRecipients } from './recipients.js';
import { replyHeaders } from './reply-headers.js';
import { Ticket } from './ticket.js';

/** A reply as the form has it. */
export interface Reply {
  /** Sending the same form twice is one reply. */
  readonly formId: string;
  /** Addresses separated by commas, as headers have them. */
  readonly to: string;
  readonly text: string;
}

/** Writes replies: the article and the mail in the outbox come into being together, or not at all. */
@Injectable()
export class TicketReplies {
  readonly #logger = new Logger('Helpdesk');

  constructor(
    private readonly database: DataSource,
    private readonly mail: OutgoingMail,
    private readonly settings: HelpdeskSettings,
  ) {}

  /** False when there is no such ticket. Throws the Problem that the outbox has with the draft. */
  async send(number: number, reply: Reply, author: StaffMember): Promise<boolean> {
    const mailId = await this.database.transaction(async (tx) => {
      const ticket = await tx.findOne(Ticket, { where: { number }, lock: { mode: 'for_no_key_update' } });
      if (!ticket) return null;
      if (await tx.existsBy(Article, { formId: reply.formId })) return 'known';
      const to = splitRecipients(reply.to);
      const outgoing = await this.enqueue(ticket, { ...reply, to }, author, tx);
      await file(ticket, { ...reply, to }, { ...outgoing, author }, tx);
      return outgoing.id;
    });
    const facts = { correlationId: correlationId(), reference: String(number), mailId };
    if (mailId !== null) this.#logger.log({ event: 'reply-written', msg: 'A ticket was answered', ...facts });
    return mailId !== null;
  }

  /** How far each reply got in the outbox, by outgoing id. */
  async statusOf(articles: readonly Article[]): Promise<ReadonlyMap<string, string>> {
    return this.mail.statusOf(articles.flatMap(({ outgoingId }) => outgoingId ?? []));
  }

  private async enqueue(
    ticket: Ticket,
    { to, text, formId }: { to: string[]; text: string; formId: string },
    author: StaffMember,
    tx: EntityManager,
  ) {
    const articles = await tx.find(Article, {
      where: { ticketNumber: ticket.number },
      select: { id: true, direction: true, messageId: true },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
    const headers = replyHeaders(ticket, articles);
    const domain = ticket.mailbox.split('@').at(-1) ?? '';
    const messageId = signedMessageId(this.settings.sessionSecret, ticket.number, domain);
    const draft = {
      from: ticket.mailbox,
      to,
      text,
      messageId,
      ...headers,
      idempotencyKey: `reply:${formId}`,
      thread: `ticket:${ticket.number}`,
      // Their own server may send, and under their own address where the sender policy says so.
      author: author.login,
    };
    const { id } = await this.mail.send(draft, tx);
    return { id, messageId, subject: headers.subject };
  }
}

async function file(
  ticket: Ticket,
  reply: { formId: string; to: readonly string[]; text: string },
  outgoing: { id: string; messageId: string; subject: string; author: StaffMember },
  tx: EntityManager,
): Promise<void> {
  const now = new Date();
  await tx.insert(Article, {
    ticketNumber: ticket.number,
    direction: 'out',
    fromAddress: ticket.mailbox,
    fromName: outgoing.author.name,
    toAddresses: reply.to.join(', '),
    subject: outgoing.subject,
    text: reply.text,
    hasHtml: false,
    attachments: [],
    outgoingId: outgoing.id,
    formId: reply.formId,
    messageId: outgoing.messageId,
    createdAt: now,
  });
  const addresses = reply.to.map(bareAddress);
  const people = [...new Set(addresses)].map((address) => ({ ticketNumber: ticket.number, address }));
  await tx.createQueryBuilder().insert().into(Participant).values(people).orIgnore().execute();
  await tx.update(Ticket, { number: ticket.number }, { updatedAt: now });
}
