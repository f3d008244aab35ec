import { mailAccountProblem } from '../mail-accounts-problems.js';
import { type MailConnection } from '../mailbox/mailbox.js';
import { type Maildrops } from './maildrops.js';
import { Pop3Mailbox } from './pop3-mailbox.js';

const GOODBYE_MS = 3_000;

/** A signed-in POP3 account: one mailbox, and nothing that tells of new mail. */
export class Pop3Connection implements MailConnection {
  readonly pushes = false;
  readonly throttled = null;
  readonly #mailbox: Pop3Mailbox;

  constructor(
    private readonly maildrops: Maildrops,
    readonly endsAt: Date,
  ) {
    this.#mailbox = new Pop3Mailbox(maildrops);
  }

  get usable(): boolean {
    return this.maildrops.client?.usable ?? false;
  }

  async open(folder: string): Promise<Pop3Mailbox> {
    if (folder !== this.#mailbox.folder) {
      throw mailAccountProblem('mailbox-folder-missing', { disposition: 'ask-admin', params: { folder } });
    }
    await this.maildrops.list();
    return this.#mailbox;
  }

  watch(): void {}

  listen(): void {}

  async refresh(): Promise<void> {
    await this.maildrops.client?.say('NOOP');
  }

  async close(): Promise<void> {
    const { client } = this.maildrops;
    if (!client?.usable) return;
    const patience = setTimeout(() => client.close(), GOODBYE_MS);
    // It may be gone already, which is what was wanted; nothing is marked that a QUIT would delete.
    await client.quit().catch(() => undefined);
    clearTimeout(patience);
  }

  // Without a QUIT nothing that was marked is deleted.
  hangUp(): void {
    this.maildrops.hangUp();
  }
}
