import { type Problem } from '@mailroom/kernel';
import { type ImapFlow } from 'imapflow';
import { mailAccountProblem } from '../mail-accounts-problems.js';
import {
  type DisposalWish,
  type ListedFolder,
  type MailConnection,
  type SentCopy,
} from '../mailbox/mailbox.js';
import { type ServerPlace } from '../mailbox/server-place.js';
import { answered } from './deadline.js';
import { classifyMailFailure } from './fetch-failure.js';
import { ImapMailbox } from './imap-mailbox.js';
import { listFolders } from './list-folders.js';
import { keepSent, sentFolder } from './sent-folder.js';
import { throttleOf } from './throttle.js';

const LOGOUT_MS = 3_000;

/** A signed-in IMAP connection. */
export class ImapConnection implements MailConnection {
  readonly pushes = true;
  #open: ImapMailbox | null = null;
  #sent: string | null = null;

  constructor(
    private readonly client: ImapFlow,
    private readonly place: ServerPlace,
    readonly endsAt: Date,
  ) {}

  get usable(): boolean {
    return this.client.usable;
  }

  async open(folder: string, { disposition }: DisposalWish): Promise<ImapMailbox> {
    if (this.#open?.folder === folder && !this.seemsEmpty) return this.#open;
    this.#open = null;
    const readOnly = disposition === 'leave';
    spareList(this.client, folder);
    try {
      const selected = await answered(this.client, this.client.mailboxOpen(folder, { readOnly }));
      // Without a UIDVALIDITY its UIDs mean nothing tomorrow (RFC 9051 section 2.3.1.1).
      if (!selected?.uidValidity) {
        throw mailAccountProblem('mailbox-answer-unreadable', { disposition: 'retry-later' });
      }
      this.#open = new ImapMailbox(this.client, folder, Number(selected.uidValidity), selected.exists);
      return this.#open;
    } catch (error) {
      throw classifyMailFailure(error, { ...this.place, folder });
    }
  }

  // It may be just that the server did not tell: opened anew, it has to say.
  private get seemsEmpty(): boolean {
    return !this.client.mailbox || this.client.mailbox.exists === 0;
  }

  async folders(): Promise<readonly ListedFolder[]> {
    try {
      return await listFolders(this.client);
    } catch (error) {
      throw classifyMailFailure(error, this.place);
    }
  }

  async keepSent(copy: SentCopy): Promise<void> {
    this.#open = null;
    try {
      this.#sent ??= await sentFolder(this.client);
      await keepSent(this.client, this.#sent, copy);
    } catch (error) {
      throw classifyMailFailure(error, this.place);
    }
  }

  get throttled(): Problem | null {
    const throttle = throttleOf(this.client);
    return throttle && classifyMailFailure(throttle, this.place);
  }

  watch(news: () => void, gone: () => void): void {
    this.client.on('exists', news).on('close', gone);
  }

  listen(): void {
    // It resolves when something else is sent, and just as quietly when the connection dies: 'close' tells.
    this.client.idle().catch(() => undefined);
  }

  async refresh(): Promise<void> {
    await answered(this.client, this.client.noop());
  }

  async close(): Promise<void> {
    const patience = setTimeout(() => this.client.close(), LOGOUT_MS);
    try {
      await this.client.logout();
    } catch {
      // It is gone already, which is what was wanted.
    } finally {
      clearTimeout(patience);
      this.client.close();
    }
  }

  hangUp(): void {
    this.client.close();
  }
}

// imapflow asks with LIST and LSUB about every folder it has not heard of before it selects it, for facts that are
// nobody's concern here. Two round trips for each session; where it looks elsewhere one day, it asks again.
function spareList(client: ImapFlow, folder: string): void {
  const { folders } = client as ImapFlow & { readonly folders?: unknown };
  if (folders instanceof Map && !folders.has(folder)) folders.set(folder, {});
}
