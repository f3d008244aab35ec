import { type Disposition } from '@mailroom/kernel';
import { type mailboxTroubles } from './personal-schema.js';

/** What is known of a mailbox when its owner asks. */
export interface MailboxFacts {
  /** Null where the token is gone, or never was one. */
  readonly token: {
    readonly state: 'live' | 'suspected' | 'reconnect';
    readonly clientValid: boolean;
  } | null;
  readonly usesToken: boolean;
  /** What helps against the server's last failure; null while there is none. */
  readonly failure: Disposition | null;
}

/** What its owner has to do, in one word: codes, hosts and the words of providers are for admins. */
export function mailboxTrouble(facts: MailboxFacts): (typeof mailboxTroubles)[number] | null {
  const { token, usesToken, failure } = facts;
  if (usesToken && (token === null || token.state === 'reconnect')) return 'reconnect';
  if (token?.clientValid === false) return 'ask-admin';
  switch (failure) {
    case null:
      return null;
    case 'reconnect':
      return 'reconnect';
    case 'retry-later':
      return 'passing';
    case 'ask-admin':
    case 'fix-client':
    case 'give-up':
      return 'ask-admin';
  }
}
