import { parseHeader, field } from '../imap/header.js';
import { split } from '../imap/mime-tree.js';
import { profileNames } from '../oauth/profiles.js';
import { type Sandbox } from '../sandbox.js';

/** The answer of `GET /control/state`. */
export type State = ReturnType<typeof stateOf>;

/** A message as the control page lists it. */
export interface Listed {
  readonly uid: number;
  readonly flags: readonly string[];
  readonly bytes: number;
  readonly from: string;
  readonly subject: string;
}

/** What `GET /control/state` answers: everything a person would want to see. No secrets. */
export function stateOf(sandbox: Sandbox) {
  return {
    addresses: {
      http: sandbox.http,
      imap: sandbox.imap,
      imaps: sandbox.imaps,
      pop3: sandbox.pop3,
      pop3s: sandbox.pop3s,
      smtp: sandbox.smtp,
      smtps: sandbox.smtps,
    },
    issuers: Object.fromEntries(profileNames.map((profile) => [profile, sandbox.issuer(profile)])),
    mailboxes: sandbox.people.map(({ address, name }) => ({
      address,
      name,
      folders: sandbox
        .folders(address)
        .map((folder) => ({ name: folder, messages: listed(sandbox, address, folder) })),
    })),
    sent: sandbox.sent().map(({ by, from, to, at, raw }) => ({
      by,
      from,
      to,
      at,
      bytes: raw.length,
      subject: headersOf(raw).subject,
    })),
    imapSessions: sandbox.imapSessions,
    pop3Sessions: sandbox.pop3Sessions,
    tokenRequests: sandbox.tokenRequests.slice(-100),
    faults: sandbox.faults.state,
  };
}

function listed(sandbox: Sandbox, address: string, folder: string): Listed[] {
  return sandbox
    .messages(address, folder)
    .map(({ uid, flags, raw }) => ({ uid, flags, bytes: raw.length, ...headersOf(raw) }));
}

function headersOf(raw: Buffer): { from: string; subject: string } {
  const fields = parseHeader(split(raw).header.toString('utf8'));
  return { from: field(fields, 'from') ?? '', subject: field(fields, 'subject') ?? '' };
}
