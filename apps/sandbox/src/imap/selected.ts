import { type Folder, type StoredMessage } from '../mail/folder.js';
import { parseSequenceSet } from './sequence-set.js';

/** A message under the sequence number this session knows it by. */
export interface Numbered {
  readonly sequence: number;
  readonly message: StoredMessage;
}

/** The folder a session has selected, as far as the session has been told about it. */
export class Selected {
  readonly uidValidity: number;
  #known: { message: StoredMessage; change: number }[];

  constructor(
    readonly folder: Folder,
    readonly readOnly: boolean,
  ) {
    this.uidValidity = folder.uidValidity;
    this.#known = folder.messages.map((message) => ({ message, change: message.change }));
  }

  get messages(): readonly Numbered[] {
    return this.#known.map(({ message }, index) => ({ sequence: index + 1, message }));
  }

  /** The messages a set names; unknown numbers are left out, as RFC 9051 section 6.4.9 wants it for UIDs. */
  pick(set: string, byUid: boolean): readonly Numbered[] {
    const last = this.#known.at(-1)?.message.uid ?? 0;
    const includes = parseSequenceSet(set, byUid ? last : this.#known.length);
    return this.messages.filter(({ sequence, message }) => includes(byUid ? message.uid : sequence));
  }

  /** Remembers that the session has seen the flags as they are. */
  told(message: StoredMessage): void {
    const known = this.#known.find((entry) => entry.message === message);
    if (known) known.change = message.change;
  }

  /**
   * What the session has to hear to be up to date, oldest news first. EXPUNGE must wait while sequence numbers are in
   * use (RFC 9051 section 7.5.1): then `withExpunges` is false. Changed flags come `withChanges` numbered (RFC 7162).
   */
  news(withExpunges: boolean, withChanges: boolean): string[] {
    return [...(withExpunges ? this.expunges() : []), ...this.arrivals(), ...this.flagChanges(withChanges)];
  }

  private expunges(): string[] {
    const lines: string[] = [];
    for (let index = this.#known.length - 1; index >= 0; index--) {
      if (this.#known[index]?.message.gone) lines.push(`* ${index + 1} EXPUNGE`);
    }
    this.#known = this.#known.filter(({ message }) => !message.gone);
    return lines;
  }

  private arrivals(): string[] {
    const lastUid = this.#known.at(-1)?.message.uid ?? 0;
    const arrived = this.folder.messages.filter((message) => message.uid > lastUid);
    this.#known.push(...arrived.map((message) => ({ message, change: message.change })));
    return arrived.length > 0 ? [`* ${this.#known.length} EXISTS`] : [];
  }

  private flagChanges(withChanges: boolean): string[] {
    return this.messages.flatMap(({ sequence, message }, index) => {
      const known = this.#known[index];
      if (!known || known.change === message.change || message.gone) return [];
      known.change = message.change;
      const number = withChanges ? ` MODSEQ (${message.change})` : '';
      return [`* ${sequence} FETCH (UID ${message.uid} FLAGS (${[...message.flags].join(' ')})${number})`];
    });
  }
}
