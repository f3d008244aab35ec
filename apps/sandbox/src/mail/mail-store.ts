import { type Folder, type StoredMessage } from './folder.js';
import { Mailbox } from './mailbox.js';

/** Every mailbox of the provider, by address in lower case. */
export class MailStore {
  readonly #mailboxes = new Map<string, Mailbox>();
  #lastUidValidity = Math.floor(Date.now() / 1000);
  /** Called after any change to any folder. */
  onChange: () => void = () => undefined;

  get mailboxes(): readonly Mailbox[] {
    return [...this.#mailboxes.values()];
  }

  open(address: string): Mailbox {
    const key = address.toLowerCase();
    const mailbox = this.#mailboxes.get(key) ?? new Mailbox(key, this.nextUidValidity, () => this.onChange());
    this.#mailboxes.set(key, mailbox);
    return mailbox;
  }

  find(address: string): Mailbox | undefined {
    return this.#mailboxes.get(address.toLowerCase());
  }

  /** Puts the bytes into the folder as they are. Throws when there is no such mailbox or folder. */
  deliver(address: string, raw: Buffer, folder = 'INBOX'): StoredMessage {
    return this.folder(address, folder).append(raw);
  }

  folder(address: string, name: string): Folder {
    const folder = this.find(address)?.folder(name);
    if (!folder) throw new Error(`The sandbox has no folder ${name} of ${address}`);
    return folder;
  }

  /** A UIDVALIDITY nobody has seen before. */
  readonly nextUidValidity = (): number => {
    this.#lastUidValidity = Math.max(this.#lastUidValidity + 1, Math.floor(Date.now() / 1000));
    return this.#lastUidValidity;
  };
}
