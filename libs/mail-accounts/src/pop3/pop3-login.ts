import { type Credentials } from '../mailbox/mailbox-credentials.js';
import { type StepFacts } from '../mailbox/sign-in.js';
import { type Pop3Client } from './pop3-client.js';
import { Pop3Refusal, type Pop3Reply } from './pop3-reply.js';

/** Hosts that want the token on the line of the command (RFC 5034 section 4). Two lines suit everybody that is known. */
const ONE_LINE_HOSTS: readonly string[] = [];

const CHALLENGE_CHARACTERS = 4_096;

/**
 * Signs in: USER and PASS, or XOAUTH2 in two lines, which every server takes and Microsoft insists on. Throws
 * `Pop3Refusal`; where the server said why it refused a token, in a challenge, that is its `oauthError`. Answers how.
 */
export async function logIn(
  client: Pop3Client,
  login: string,
  credentials: Credentials,
  { oneLine }: { readonly oneLine: boolean },
): Promise<StepFacts> {
  const insist = (command: string, reply: Pop3Reply, oauthError?: unknown): void => {
    if (reply.kind === 'ok') return;
    throw new Pop3Refusal(command, reply, { signIn: true, oauthError, loginDelayMs: delayOf(client) });
  };
  if (credentials.kind === 'password') {
    insist('USER', await client.exchange(`USER ${oneWord('USER', login)}`));
    insist('PASS', await client.exchange(`PASS ${oneWord('PASS', credentials.password.reveal())}`));
    return { mechanism: 'USER/PASS' };
  }
  const token = bearer(login, credentials.token.value.reveal());
  const answer = await offer(client, token, oneLine);
  if (answer.kind === 'continue') {
    // The refusal itself comes after an empty line.
    const verdict = await client.exchange('');
    insist('AUTH', verdict.kind === 'refused' ? verdict : NO_VERDICT, challengeIn(answer.text));
  }
  insist('AUTH', answer);
  return { mechanism: 'XOAUTH2', lines: oneLine ? 1 : 2 };
}

const NO_VERDICT: Pop3Reply = { kind: 'refused', code: 'AUTH', text: '' };

async function offer(client: Pop3Client, token: string, oneLine: boolean): Promise<Pop3Reply> {
  if (oneLine) return client.exchange(`AUTH XOAUTH2 ${token}`);
  const invitation = await client.exchange('AUTH XOAUTH2');
  return invitation.kind === 'continue' ? client.exchange(token) : invitation;
}

function delayOf({ capabilities }: Pop3Client): number | undefined {
  const [, seconds] = /^(\d{1,6})\b/.exec(capabilities.get('LOGIN-DELAY') ?? '') ?? [];
  return seconds === undefined ? undefined : Number(seconds) * 1_000;
}

function bearer(login: string, token: string): string {
  return Buffer.from(`user=${login}\u0001auth=Bearer ${token}\u0001\u0001`, 'utf8').toString('base64');
}

// A line break would end the command and begin another.
function oneWord(command: string, word: string): string {
  if (/[\r\n\0]/.test(word))
    throw new Pop3Refusal(command, { code: '', text: 'no matching authentication method' });
  return word;
}

/** Does this host want the token on one line with the command? */
export function wantsOneLine(host: string, hosts: readonly string[] = ONE_LINE_HOSTS): boolean {
  return hosts.includes(host.toLowerCase());
}

/** What a refused token was refused with, as JSON; undefined where it is none. */
function challengeIn(base64: string): unknown {
  if (base64.length > CHALLENGE_CHARACTERS) return undefined;
  try {
    const said: unknown = JSON.parse(Buffer.from(base64, 'base64').toString('utf8'));
    return typeof said === 'object' && said !== null ? said : undefined;
  } catch {
    return undefined;
  }
}
