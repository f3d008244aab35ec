import { inputFault, kernelProblem } from '@mailroom/kernel';
import { type NewAccount } from '@mailroom/mail-accounts';
import { type MailHost } from '@mailroom/oauth-tokens';
import { keepsSent, type NewServer } from '@mailroom/outgoing-servers';
import { type ConnectMailboxInput } from './connect-input.js';

/** Where the provider of a token keeps mail, as its template knows it. */
export type MailHosts = { readonly imap: MailHost; readonly pop: MailHost; readonly smtp: MailHost } | null;

/**
 * The account that a connected mailbox becomes, or null when nothing is to be fetched.
 * Problem `invalid-input` at `imap` (or `pop3`) when neither the input nor the template knows the host.
 */
export function accountFor(input: ConnectMailboxInput, mailbox: string, hosts: MailHosts): NewAccount | null {
  if (!input.incoming) return null;
  const { folders, moveTo, disposition, start, quietImport, kind = 'imap' } = input.incoming;
  return {
    ...hostOf(kind, input, hosts),
    kind,
    name: input.name,
    address: mailbox,
    ...signInOf(input, mailbox),
    disposition,
    start,
    ...(quietImport === undefined ? {} : { quietImport }),
    ...(folders === undefined ? {} : { folders }),
    ...(moveTo === undefined ? {} : { moveTo }),
    ...(input.destination === undefined ? {} : { destination: input.destination }),
  };
}

/**
 * The server that a connected mailbox becomes, or null when nothing is to be sent. Its copies go into Sent of the account
 * beside it, where the provider does not see to that. Problem `invalid-input` at `smtp`.
 */
export function serverFor(input: ConnectMailboxInput, mailbox: string, hosts: MailHosts): NewServer | null {
  if (!input.outgoing) return null;
  const { fromFilter } = input.outgoing;
  const place = hostOf('smtp', input, hosts);
  return {
    ...place,
    saveToSent: fetchesByImap(input) && !keepsSent(place.host),
    name: input.name,
    ...signInOf(input, mailbox),
    priority: 10,
    isFallback: false,
    comment: '',
    state: 'draft',
    ...(fromFilter === undefined ? {} : { fromFilter }),
  };
}

function signInOf({ tokenId, password, login }: ConnectMailboxInput, mailbox: string) {
  if (tokenId !== undefined) return { login: mailbox, auth: 'token' as const, tokenId };
  const secret = password === undefined ? {} : { password };
  return { login: login ?? mailbox, auth: 'password' as const, tokenId: null, ...secret };
}

function fetchesByImap({ incoming }: ConnectMailboxInput): boolean {
  return incoming !== null && (incoming.kind ?? 'imap') === 'imap';
}

function hostOf(direction: 'imap' | 'pop3' | 'smtp', input: ConnectMailboxInput, hosts: MailHosts): MailHost {
  const host = input[direction] ?? hosts?.[direction === 'pop3' ? 'pop' : direction];
  if (!host) {
    throw kernelProblem('invalid-input', {
      field: direction,
      params: { reason: inputFault('host-unknown-here') },
    });
  }
  return host;
}
