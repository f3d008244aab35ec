import { type JWKS } from 'oidc-provider';
import { type MailStore } from '../mail/mail-store.js';
import { type People } from '../mail/people.js';
import { type Records, type StoredRecord } from '../oauth/records.js';
import { keep, putBack, type KeptFolder } from './kept-folder.js';

const passing = new Set(['Session', 'Interaction', 'AuthorizationCode', 'DeviceCode', 'ReplayDetection']);

/** The keys that must outlive a restart, or every token would die with it. */
export interface Keys {
  readonly jwks: JWKS;
  readonly cookieKey: string;
}

/** Everything kept over a restart, as it stands in the state file. */
export interface KeptState {
  readonly version: 1;
  readonly keys: Keys;
  readonly records: readonly StoredRecord[];
  readonly people: readonly { readonly address: string; readonly name: string; readonly password: string }[];
  readonly mailboxes: readonly { readonly address: string; readonly folders: readonly KeptFolder[] }[];
}

interface Parts {
  readonly people: People;
  readonly mail: MailStore;
  readonly records: Records;
}

/** Takes a picture of everything worth keeping. */
export function pictureOf({ people, mail, records }: Parts, keys: Keys): KeptState {
  return {
    version: 1,
    keys,
    records: records.all.filter(({ model }) => !passing.has(model)),
    people: people.all.map(({ address, name, password }) => ({ address, name, password })),
    mailboxes: mail.mailboxes.map(({ address, folders }) => ({ address, folders: folders.map(keep) })),
  };
}

/** Puts everything back where it was. */
export function restore(state: KeptState, { people, mail, records }: Parts): void {
  for (const { address, ...details } of state.people) people.add(address, details);
  for (const record of state.records) records.put(record);
  for (const { address, folders } of state.mailboxes) {
    for (const folder of folders) putBack(mail.open(address), folder);
  }
}
