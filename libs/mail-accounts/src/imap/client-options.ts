import { type Destination } from '@mailroom/kernel';
import { type AuthOptions, type ImapFlowOptions } from 'imapflow';
import { type MailAccount } from '../accounts/mail-account.js';
import { type Credentials } from '../mailbox/mailbox-credentials.js';
import { type Reached } from '../mailbox/sign-in.js';
import { imapTransport } from './imap-transport.js';

const CONNECT_MS = 20_000;
const GREETING_MS = 15_000;
/** Silence after which a connection counts as dead; IDLE is renewed before, so that an idle one is not silent. */
const SILENCE_MS = 5 * 60_000;
const IDLE_MS = 4 * 60_000;
const MEGABYTE = 1_048_576;

type Mailbox = Pick<MailAccount, 'port' | 'security' | 'tlsTrust' | 'login' | 'sizeLimitBytes'>;

/**
 * How to speak to an account's server: to the checked address and under its own name, with the certificates that the
 * account trusts, never in the clear where TLS was asked for, and with bounds on what a hostile server can make us buffer.
 */
export function clientOptions(
  account: Mailbox,
  destination: Destination,
  credentials: Credentials,
  reached: Reached = () => {},
): ImapFlowOptions {
  const literal = 2 * account.sizeLimitBytes + MEGABYTE;
  return {
    host: destination.address,
    port: account.port,
    secure: account.security === 'tls',
    ...(account.security === 'tls' ? {} : { doSTARTTLS: account.security === 'starttls' }),
    transport: imapTransport({ destination, port: account.port, tlsTrust: account.tlsTrust }, reached),
    auth: authOptions(account.login, credentials),
    // What is empty is not said: by default the rest would be the library's own version, vendor and issue tracker.
    clientInfo: { name: 'Mailroom', version: '', vendor: '', 'support-url': '' },
    logger: false,
    disableAutoIdle: true,
    maxIdleTime: IDLE_MS,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: GREETING_MS,
    socketTimeout: SILENCE_MS,
    // Servers report sizes that are not exact, so the bound leaves room; the plan leaves out what is too large.
    maxLiteralSize: literal,
    maxResponseSize: literal + MEGABYTE,
    maxLineLength: 64 * MEGABYTE,
  };
}

function authOptions(user: string, credentials: Credentials): AuthOptions {
  return credentials.kind === 'token'
    ? { user, accessToken: credentials.token.value.reveal() }
    : { user, pass: credentials.password.reveal() };
}
