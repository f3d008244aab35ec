import { type Client, type MailboxProposal } from '../api/shapes.js';

/** Whose mailbox it is, as far as anybody says. */
export interface FoundProvider {
  /** The template whose tokens it takes; null where nobody says so. */
  readonly template: string | null;
  /** A client of that template. */
  readonly client: Client | null;
  /** Where the mailbox is; null where nothing was found. */
  readonly host: string | null;
}

/** The provider of a mailbox by what was found about its address, the best first, and the client that goes with it. */
export function providerOf(items: readonly MailboxProposal[], clients: readonly Client[]): FoundProvider {
  const best = items.find(({ template }) => template !== null) ?? items[0];
  const template = best?.template ?? null;
  const client = clients.find((one) => one.template === template) ?? null;
  return { template, client, host: best?.host ?? null };
}
