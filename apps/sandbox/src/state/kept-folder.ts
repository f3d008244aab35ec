import { type Folder } from '../mail/folder.js';
import { type Mailbox } from '../mail/mailbox.js';

/** A folder as it stands in the state file; the bytes of messages in base64. */
export interface KeptFolder {
  readonly name: string;
  readonly uidValidity: number;
  readonly uidNext: number;
  readonly messages: readonly {
    readonly uid: number;
    readonly flags: readonly string[];
    readonly at: string;
    readonly raw: string;
  }[];
}

/** Takes a picture of a folder. */
export function keep({ name, uidValidity, uidNext, messages }: Folder): KeptFolder {
  const kept = messages.map(({ uid, flags, internalDate, raw }) => ({
    uid,
    flags: [...flags],
    at: internalDate.toISOString(),
    raw: raw.toString('base64'),
  }));
  return { name, uidValidity, uidNext, messages: kept };
}

/** Puts a folder back into a mailbox. */
export function putBack(mailbox: Mailbox, { name, uidValidity, uidNext, messages }: KeptFolder): void {
  const kept = messages.map(({ uid, flags, at, raw }) => ({
    uid,
    flags: new Set(flags),
    internalDate: new Date(at),
    raw: Buffer.from(raw, 'base64'),
  }));
  mailbox.create(name, uidValidity).restore(kept, uidNext);
}
