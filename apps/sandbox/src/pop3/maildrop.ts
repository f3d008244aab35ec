import { type Folder, type StoredMessage } from '../mail/folder.js';
import { inLines } from './wire-form.js';
import { type Uidls } from './uidls.js';

/** A message under its number in this session. */
export interface Dropped {
  readonly message: StoredMessage;
  readonly lines: Buffer;
  readonly uidl: string;
  marked: boolean;
}

/** What lay in INBOX when the session began: nothing that arrives later is seen, nothing is gone before QUIT. */
export class Maildrop {
  readonly #all: readonly Dropped[];

  constructor(
    private readonly folder: Folder,
    uidls: Uidls,
  ) {
    this.#all = folder.messages.map((message) => ({
      message,
      lines: inLines(message.raw),
      uidl: uidls.of(folder, message),
      marked: false,
    }));
  }

  /** Those that are not marked, with their numbers. */
  get listed(): readonly (readonly [number, Dropped])[] {
    return this.#all.flatMap((one, index) => (one.marked ? [] : [[index + 1, one] as const]));
  }

  /** The one of this number, or undefined: there is none, or it is marked. */
  find(number: string): Dropped | undefined {
    const found = /^\d+$/.test(number) ? this.#all[Number(number) - 1] : undefined;
    return found?.marked ? undefined : found;
  }

  /** Takes every mark back. */
  reset(): void {
    for (const one of this.#all) one.marked = false;
  }

  /** UPDATE: what is marked is gone. */
  update(): void {
    this.folder.remove(new Set(this.#all.filter(({ marked }) => marked).map(({ message }) => message)));
  }
}
