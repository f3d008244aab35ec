import { Folder } from './folder.js';

/** The folders everybody starts with and their special use (RFC 6154). */
export const standardFolders: Readonly<Record<string, string | null>> = {
  INBOX: null,
  Archive: '\\Archive',
  Sent: '\\Sent',
  Trash: '\\Trash',
};

/** One person's folders. Names are kept as IMAP sends them (modified UTF-7); only INBOX ignores case. */
export class Mailbox {
  readonly #folders = new Map<string, Folder>();

  constructor(
    readonly address: string,
    private readonly nextUidValidity: () => number,
    private readonly changed: () => void,
  ) {
    for (const name of Object.keys(standardFolders)) this.create(name);
  }

  get folders(): readonly Folder[] {
    return [...this.#folders.values()];
  }

  folder(name: string): Folder | undefined {
    return this.#folders.get(name.toUpperCase() === 'INBOX' ? 'INBOX' : name);
  }

  create(name: string, uidValidity = this.nextUidValidity()): Folder {
    const folder = new Folder(name, uidValidity);
    folder.watch(this.changed);
    this.#folders.set(name, folder);
    this.changed();
    return folder;
  }

  delete(folder: Folder): void {
    this.#folders.delete(folder.name);
    folder.vanish();
    this.changed();
  }
}
