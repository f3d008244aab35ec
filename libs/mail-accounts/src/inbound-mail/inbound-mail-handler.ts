import { type EntityManager } from 'typeorm';
import { type InboundMail } from './inbound-mail.js';

/** What a host did with a mail. `reference` and `reason` are kept with the delivery and shown to admins. */
export type Outcome =
  | { readonly kind: 'stored'; readonly reference: string }
  | { readonly kind: 'ignored'; readonly reason: string }
  | { readonly kind: 'refused'; readonly reason: string };

/** The mail became something of the host's; `reference` is the host's name for it, e.g. a ticket number. */
export const stored = (reference: string): Outcome => ({ kind: 'stored', reference });
/** The host looked and wants nothing of it. */
export const ignored = (reason: string): Outcome => ({ kind: 'ignored', reason });
/** The host will not have it: it goes to quarantine, where an admin sees it and may replay it. */
export const refused = (reason: string): Outcome => ({ kind: 'refused', reason });

/** A place that mail can be dispatched to, as admins see it: usually a queue. */
export interface MailDestination {
  readonly id: string;
  readonly label: string;
}

/**
 * Port: takes mail into the host.
 *
 * Store what you need through `tx`: it is the transaction that also records the delivery, so both happen or
 * neither. Whatever you do besides may happen twice or for a mail that is offered again, because a group of mails
 * shares one transaction and is redone mail by mail when one of them throws.
 *
 * A throw rolls this mail back. It is offered again with growing delays, and after the third failure it is put into
 * quarantine with its raw bytes; the mails behind it are not held up. Database trouble (connection, deadlock,
 * serialization, disk) pauses the account instead and quarantines nothing.
 */
export abstract class InboundMailHandler {
  /** Takes one mail. Be quick, and never wait on the network: the transaction is open. */
  abstract handle(mail: InboundMail, tx: EntityManager): Promise<Outcome>;

  /** The same for a group at once, answers in the order of `mails`; for hosts that insert in bulk. */
  handleMany?(mails: readonly InboundMail[], tx: EntityManager): Promise<readonly Outcome[]>;

  /** Where mail can go, for dispatching and rules. */
  destinations?(): Promise<readonly MailDestination[]>;

  /** Told after the commit, best effort: what was stored. A throw is logged and changes nothing. */
  committed?(references: readonly string[]): Promise<void>;
}
