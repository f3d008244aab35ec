import { type Problem, type Secret } from '@mailroom/kernel';
import { type ClientChanges } from '../clients/client-input.js';
import { type SigningAlgorithm } from '../clients/client-proof.js';
import { type ClientFlow } from '../clients/oauth-client.js';
import { type ImportNote } from './import-note.js';

/** What an entry says of a client, secrets aside. What it does not say stays as it is, or comes from the template. */
export type EntrySettings = Omit<ClientChanges, 'secret' | 'secretExpiresAt' | 'serviceAccountKey'> & {
  readonly clientId: string;
};

/** A secret that an entry brings along. */
export interface EntrySecret {
  readonly value: Secret;
  readonly expiresAt: Date | null;
}

/** A key that an entry brings along. */
export interface EntryKey {
  /** PKCS #8 in PEM. */
  readonly value: Secret;
  readonly algorithm: SigningAlgorithm;
  readonly keyId: string | null;
  /** X.509 in PEM. */
  readonly certificate: string | null;
}

/** A client as a file describes it, whatever the file's format. */
export interface ClientEntry {
  readonly name: string;
  /** Where the entry begins, counted from 1. */
  readonly line: number;
  readonly template: string;
  readonly flow: ClientFlow;
  readonly settings: EntrySettings;
  /** Undefined: the file says nothing of secrets, so those that are there stay. */
  readonly secrets: readonly EntrySecret[] | undefined;
  /** Undefined: the same for the key; null: there is none any more. */
  readonly privateKey: EntryKey | null | undefined;
  /** What of the file could not be kept as it was, and what an admin should know. */
  readonly notes: readonly ImportNote[];
}

/** An entry that makes no client, and why. */
export interface BadEntry {
  readonly name: string | null;
  readonly line: number;
  readonly problem: Problem;
}

/** An entry of a file: a client, or the reason why it is none. */
export type ReadEntry = ClientEntry | BadEntry;

/** Is this an entry that makes no client? */
export function isBad(entry: ReadEntry): entry is BadEntry {
  return 'problem' in entry;
}
