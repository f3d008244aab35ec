const systemFlags = ['\\Seen', '\\Answered', '\\Flagged', '\\Deleted', '\\Draft'];
const canonical = new Map(systemFlags.map((flag) => [flag.toLowerCase(), flag]));

/**
 * One message as it lies in a folder. `raw` is never touched; `change` numbers its last change among all of the folder
 * (the mod-sequence of RFC 7162); `gone` is set for good.
 */
export interface StoredMessage {
  readonly uid: number;
  readonly raw: Buffer;
  readonly internalDate: Date;
  readonly flags: Set<string>;
  change: number;
  gone: boolean;
}

/** System flags are case-insensitive (RFC 9051 section 2.3.2); keywords are kept as given. */
export function canonicalFlag(flag: string): string {
  return canonical.get(flag.toLowerCase()) ?? flag;
}

/** A folder: messages in UID order, a UIDVALIDITY, and listeners that hear of every change at once. */
export class Folder {
  messages: readonly StoredMessage[] = [];
  uidNext = 1;
  /** The highest `change` there was. */
  lastChange = 1;
  readonly #watchers = new Set<() => void>();

  /** See `vanish`. */
  isGone = false;

  constructor(
    readonly name: string,
    public uidValidity: number,
  ) {}

  append(raw: Buffer, flags: Iterable<string> = [], internalDate = new Date()): StoredMessage {
    const message = {
      uid: this.uidNext++,
      raw,
      internalDate,
      flags: new Set([...flags].map(canonicalFlag)),
      change: ++this.lastChange,
      gone: false,
    };
    this.messages = [...this.messages, message];
    this.changed();
    return message;
  }

  /** Puts back what was kept over a restart. */
  restore(messages: readonly Omit<StoredMessage, 'change' | 'gone'>[], uidNext: number): void {
    this.messages = messages.map((message) => ({ ...message, change: ++this.lastChange, gone: false }));
    this.uidNext = uidNext;
  }

  remove(leaving: ReadonlySet<StoredMessage>): void {
    if (leaving.size === 0) return;
    for (const message of leaving) message.gone = true;
    this.lastChange++;
    this.messages = this.messages.filter((message) => !message.gone);
    this.changed();
  }

  setFlags(message: StoredMessage, flags: Iterable<string>): void {
    const next = new Set([...flags].map(canonicalFlag));
    if (next.size === message.flags.size && [...next].every((flag) => message.flags.has(flag))) return;
    message.flags.clear();
    for (const flag of next) message.flags.add(flag);
    message.change = ++this.lastChange;
    this.changed();
  }

  /** It is deleted: whoever has it open has nothing any more, whatever is made in its place. */
  vanish(): void {
    this.isGone = true;
    this.remove(new Set(this.messages));
  }

  /** From now on every UID known to anybody is void. With `renumber` the UIDs also name other messages. */
  invalidateUids(uidValidity: number, renumber: boolean): void {
    this.uidValidity = uidValidity;
    if (renumber) {
      const first = this.messages.length % 7;
      this.messages = this.messages.map((message, index) => ({ ...message, uid: first + index + 1 }));
      this.uidNext = first + this.messages.length + 1;
    }
    this.changed();
  }

  /** Calls back on every change until the returned function is called. */
  watch(listener: () => void): () => void {
    this.#watchers.add(listener);
    return () => this.#watchers.delete(listener);
  }

  private changed(): void {
    for (const watcher of this.#watchers) watcher();
  }
}
