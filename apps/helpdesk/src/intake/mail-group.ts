import { type InboundMail } from '@mailroom/plugin';
import { type Clues } from '../threading/clues.js';
import { placeMail } from '../threading/place-mail.js';
import { queueOf } from '../tickets/queues.js';
import { type OpenedTicket } from './acknowledgements.js';
import { reopens, staysClosed } from './effect.js';
import { type GroupThread, type KnownThreads } from './known-threads.js';

/** The ticket of a row: its number, or its position among those that the group opens. */
interface TicketReference {
  readonly number: number | null;
  readonly opening: number | null;
}

interface TicketRow {
  readonly opening: number;
  readonly subject: string;
  readonly customer_address: string;
  readonly customer_name: string;
  readonly mailbox: string;
  readonly mentions: TicketReference | null;
  readonly queue: string;
  readonly priority: InboundMail['priority'];
  readonly tags: readonly string[];
  /** Null for a ticket that wants work. */
  closed_at: Date | null;
  readonly created_at: Date;
  updated_at: Date;
}

const LONGEST_TEXT = 200_000;
const LONGEST_LINE = 998;
const LONGEST_ADDRESS = 320;
const PEOPLE_AT_MOST = 50;
const TAGS_AT_MOST = 20;

/** What a group of mails becomes, decided mail by mail in their order; ready to be written at once. */
export class MailGroup {
  readonly #openers: InboundMail[] = [];
  readonly tickets: TicketRow[] = [];
  readonly articles: (TicketReference & { readonly position: number } & ReturnType<typeof articleOf>)[] = [];
  readonly participants: (TicketReference & { readonly address: string })[] = [];

  constructor(private readonly threads: KnownThreads) {}

  /** Sorts one mail into its ticket, which may be one that this group opens. */
  add(mail: InboundMail, clues: Clues): TicketReference {
    const thread = this.threadFor(mail, clues);
    const people = peopleOf(mail, clues);
    const { number, opening } = thread;
    this.threads.grow(thread, mail.messageId, people);
    this.articles.push({ position: this.articles.length, number, opening, ...articleOf(mail, clues) });
    this.participants.push(...people.map((address) => ({ number, opening, address })));
    const opened = opening === null ? undefined : this.tickets[opening];
    if (opened && opening !== null && this.#openers[opening] !== mail && reopens(mail))
      opened.closed_at = null;
    if (opened && opened.updated_at < mail.receivedAt) opened.updated_at = mail.receivedAt;
    return { number, opening };
  }

  /** The tickets that were opened, with the mails that did. */
  openers(numbers: ReadonlyMap<number, number>): OpenedTicket[] {
    return this.#openers.flatMap((mail, opening) => {
      const number = numbers.get(opening);
      return number === undefined ? [] : [{ number, mail }];
    });
  }

  private threadFor(mail: InboundMail, clues: Clues): GroupThread {
    const placement = placeMail<GroupThread>(clues, this.threads);
    if (placement.kind === 'joins') return placement.thread;
    const opening = this.tickets.length;
    this.#openers.push(mail);
    this.tickets.push(ticketOf(mail, opening, placement.mentions));
    return { number: null, mailbox: clues.mailbox, participants: new Set(), opening, sealed: false };
  }
}

function ticketOf(mail: InboundMail, opening: number, mentions: TicketReference | null): TicketRow {
  const customer = mail.replyTo[0] ?? mail.from ?? mail.sender;
  return {
    opening,
    subject: (mail.control?.opening.title ?? mail.subject).slice(0, LONGEST_LINE),
    customer_address: customer?.address ?? '',
    customer_name: customer?.name.slice(0, LONGEST_LINE) ?? '',
    mailbox: mail.account.address,
    mentions: mentions && { number: mentions.number, opening: mentions.opening },
    queue: queueOf(mail.destination),
    priority: mail.priority,
    tags: mail.tags.slice(0, TAGS_AT_MOST),
    closed_at: staysClosed(mail) ? mail.receivedAt : null,
    created_at: mail.receivedAt,
    updated_at: mail.receivedAt,
  };
}

function articleOf(mail: InboundMail, { reported }: Clues) {
  return {
    from_address: mail.from?.address ?? '',
    from_name: mail.from?.name.slice(0, LONGEST_LINE) ?? '',
    to_addresses: [...mail.to, ...mail.cc]
      .map(({ address }) => address)
      .slice(0, PEOPLE_AT_MOST)
      .join(', '),
    subject: mail.subject.slice(0, LONGEST_LINE),
    text: mail.text?.slice(0, LONGEST_TEXT) ?? '',
    has_html: mail.html !== null,
    attachments: mail.attachments,
    delivery_id: mail.deliveryId,
    // A longer one can be nobody's reference (RFC 5322 section 2.1.1) and fits no index.
    message_id: mail.messageId && mail.messageId.length <= LONGEST_LINE ? mail.messageId : null,
    report: mail.report && {
      kind: mail.report.kind,
      recipients: mail.report.recipients.slice(0, PEOPLE_AT_MOST),
    },
    reported,
    reopens: reopens(mail),
    created_at: mail.receivedAt,
  };
}

/** Who takes part from now on: the sender and whom the mail was addressed to, ourselves and mail systems left out. */
function peopleOf(mail: InboundMail, clues: Clues): string[] {
  if (mail.report) return [];
  const addressed = [...mail.to, ...mail.cc].map(({ address }) => address.toLowerCase());
  const people = new Set([...(clues.sender === null ? [] : [clues.sender]), ...addressed]);
  people.delete(clues.mailbox);
  return [...people]
    .filter((address) => address !== '' && address.length <= LONGEST_ADDRESS)
    .slice(0, PEOPLE_AT_MOST);
}
