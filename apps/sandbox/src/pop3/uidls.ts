import { type Folder, type StoredMessage } from '../mail/folder.js';

/** Unique ids of messages (RFC 1939 section 7): made of UIDVALIDITY and UID, unless another was given. */
export class Uidls {
  readonly #given = new WeakMap<StoredMessage, string>();

  of(folder: Folder, message: StoredMessage): string {
    return this.#given.get(message) ?? `${folder.uidValidity}.${message.uid}`;
  }

  /** From now on the message goes by this id, also one that another has, or had. */
  give(message: StoredMessage, uidl: string): void {
    this.#given.set(message, uidl);
  }
}
