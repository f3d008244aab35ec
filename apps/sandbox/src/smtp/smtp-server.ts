import {
  SMTPServer,
  type SMTPServerAddress,
  type SMTPServerAuthentication,
  type SMTPServerAuthenticationResponse,
  type SMTPServerDataStream,
  type SMTPServerOptions,
  type SMTPServerSession,
} from 'smtp-server';
import { type Faults, type SmtpRefusal } from '../faults/faults.js';
import { type People } from '../mail/people.js';
import { type Grants } from '../oauth/grants.js';
import { type Profile } from '../oauth/profiles.js';
import { type PostOffice } from './post-office.js';
import { SmtpRefused } from './smtp-refused.js';

type AuthAnswer = (error: Error | null, response?: SMTPServerAuthenticationResponse) => void;
type Answer = (error?: Error | null) => void;

/** What the SMTP side may ask of the rest of the sandbox. */
export interface SmtpHouse {
  readonly people: People;
  readonly grants: Grants;
  readonly faults: Faults;
  readonly office: PostOffice;
}

/** Who signed in on a connection, and in which profile's manner (null: with a password). */
interface SignedIn {
  readonly address: string;
  readonly profile: Profile | null;
}

const largest = 64 * 1024 * 1024;

/** A submission server: nobody sends without signing in; `secure` means TLS from the first byte. */
export function createSmtpServer(
  house: SmtpHouse,
  tls: { readonly cert: string; readonly key: string; readonly secure: boolean; readonly startTls: boolean },
): SMTPServer {
  const { startTls, ...certificate } = tls;
  const options: SMTPServerOptions = {
    ...certificate,
    name: 'sandbox.test',
    banner: 'Mailroom sandbox',
    authMethods: ['PLAIN', 'LOGIN', 'XOAUTH2'],
    allowInsecureAuth: true,
    ...(startTls && !tls.secure ? {} : { disabledCommands: ['STARTTLS'] }),
    disableReverseLookup: true,
    size: largest,
    maxClients: 300,
    closeTimeout: 200,
    onAuth: (auth, _session, answer) => authenticate(house, auth, answer),
    onMailFrom: (from, session, answer) => attempt(answer, () => acceptSender(house, from, session)),
    onRcptTo: (to, _session, answer) => attempt(answer, () => acceptRecipient(house, to)),
    onData: (stream, session, answer) =>
      void receive(house, stream, session).then(() => answer(null), answer),
  };
  return new SMTPServer(options).on('error', () => undefined);
}

function authenticate(
  { people, grants, faults }: SmtpHouse,
  auth: SMTPServerAuthentication,
  answer: AuthAnswer,
): void {
  const address = auth.username ?? '';
  const scripted = faults.smtpRefusalAt('auth');
  if (scripted) return answer(refused(scripted));
  if (faults.logins.take() !== undefined)
    return answer(new SmtpRefused(535, '5.7.8 Error: authentication failed'));
  if (auth.method !== 'XOAUTH2') {
    const person = people.withPassword(address, auth.password ?? '');
    return person
      ? answer(null, signedIn(person.address, null))
      : answer(new SmtpRefused(535, '5.7.8 Username and Password not accepted'));
  }
  const verdict = grants.judge(auth.accessToken ?? '', address, 'smtp');
  if (verdict.allowed) return answer(null, signedIn(address.toLowerCase(), verdict.profile));
  return refuseToken(verdict.profile, answer);
}

/** Microsoft refuses at once; the others send a challenge first, and 535 when the client has answered it. */
function refuseToken(profile: Profile, answer: AuthAnswer): void {
  switch (profile) {
    case 'microsoft':
      return answer(new SmtpRefused(535, '5.7.3 Authentication unsuccessful [sandbox]'));
    case 'google':
      return answer(null, { data: { status: '400', schemes: 'Bearer', scope: 'https://mail.google.com/' } });
    case 'strict':
      return answer(null, { data: { status: '401', schemes: 'bearer', scope: 'mail' } });
    case 'plain':
      return answer(null, { data: { status: '401', schemes: 'bearer', scope: 'mail.smtp' } });
  }
}

function signedIn(address: string, profile: Profile | null): SMTPServerAuthenticationResponse {
  return { user: { address, profile } satisfies SignedIn as never };
}

function acceptSender(
  { faults, office }: SmtpHouse,
  from: SMTPServerAddress,
  session: SMTPServerSession,
): void {
  const scripted = faults.smtpRefusalAt('mail');
  if (scripted) throw refused(scripted);
  const { address, profile } = userOf(session);
  if (profile === 'microsoft' && !office.maySendAs(address, from.address)) {
    throw new SmtpRefused(550, '5.7.60 SMTP; Client does not have permissions to send as this sender');
  }
}

function acceptRecipient({ faults, people }: SmtpHouse, { address }: SMTPServerAddress): void {
  const scripted = faults.smtpRefusalAt('rcpt');
  if (scripted) throw refused(scripted);
  if (people.servesDomainOf(address) && !people.find(address))
    throw new SmtpRefused(550, `5.1.1 <${address}>: no such mailbox here`);
}

async function receive(
  { faults, office }: SmtpHouse,
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
  const scripted = faults.smtpRefusalAt('data');
  if (scripted) throw refused(scripted);
  if (stream.sizeExceeded) throw new SmtpRefused(552, '5.3.4 Message too big');
  const { mailFrom, rcptTo } = session.envelope;
  const { address, profile } = userOf(session);
  const from = mailFrom ? mailFrom.address : '';
  office.accept({
    by: address,
    from,
    to: rcptTo.map((recipient) => recipient.address),
    raw: Buffer.concat(chunks),
    keepsCopy: keepsCopy(profile),
  });
}

/** Microsoft and Google put what leaves into Sent themselves. */
function keepsCopy(profile: Profile | null): boolean {
  return profile === 'microsoft' || profile === 'google';
}

function userOf({ user }: SMTPServerSession): SignedIn {
  return user as unknown as SignedIn;
}

function refused({ code, text }: SmtpRefusal): SmtpRefused {
  return new SmtpRefused(code, text);
}

function attempt(answer: Answer, decide: () => void): void {
  try {
    decide();
    answer();
  } catch (error) {
    answer(error as Error);
  }
}
