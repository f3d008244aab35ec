import { Injectable } from '@nestjs/common';
import { Egress, Secret, VERIFIED, type Listener } from '@mailroom/kernel';
import { TokenHosts } from '@mailroom/oauth-tokens';
import { normalFromFilter } from '../routing/from-filter.js';
import { SenderPolicies } from '../sender-policy/sender-policies.js';
import { OutgoingServers } from '../servers/outgoing-servers.js';
import { checkSignIn, sameOrigin } from '../servers/server-rules.js';
import { type ServerTrial } from '../servers/server-schema.js';
import { ServerTrouble } from '../servers/server-trouble.js';
import { LOOKING_ON, SignIn, type SignInPlace } from '../smtp/sign-in.js';
import { type Patience, type SmtpSession } from '../smtp/smtp-session.js';
import { CheckRun, type CheckStep } from './check-step.js';
import { testSenders } from './test-senders.js';

const NOBODY = (): void => undefined;

/** Test connection: everything short of a mail, on servers in any state. Nothing is sent. */
@Injectable()
export class ServerCheck {
  constructor(
    private readonly servers: OutgoingServers,
    private readonly policies: SenderPolicies,
    private readonly egress: Egress,
    private readonly hosts: TokenHosts,
    private readonly signIn: SignIn,
    private readonly trouble: ServerTrouble,
  ) {}

  /**
   * Tries a saved server; when all is well its mail goes on. `listener` hears of each step and ends it by hanging up. Throws
   * problem `server-not-found`.
   */
  async saved(id: string, listener: Listener<CheckStep> = {}): Promise<CheckStep[]> {
    const server = await this.servers.find(id);
    const run = await this.tryOut(this.signIn.placeOf(server), server.fromFilter, listener);
    if (run.ok) await this.trouble.over(id);
    return run.steps;
  }

  /**
   * Tries values that nobody has saved. Problems: those of `checkSignIn`, `host-not-for-token`, `from-filter-invalid`,
   * `server-not-found`.
   */
  async unsaved(trial: ServerTrial, listener: Listener<CheckStep> = {}): Promise<CheckStep[]> {
    checkSignIn(trial, trial.password !== undefined);
    const password =
      trial.password === undefined ? await this.storedPassword(trial) : Secret.of(trial.password);
    const { host, port, security, tlsTrust = VERIFIED, auth, login, tokenId } = trial;
    if (auth === 'token' && tokenId !== null) await this.hosts.require(tokenId, host, 'host');
    const filter = normalFromFilter(trial.fromFilter ?? '');
    const place = { host, port, security, tlsTrust, auth, login, tokenId, password };
    return (await this.tryOut(place, filter, listener)).steps;
  }

  private async storedPassword(trial: ServerTrial): Promise<Secret | null> {
    if (trial.id === undefined) return null;
    const server = await this.servers.find(trial.id);
    return sameOrigin(server, { ...trial, tlsTrust: trial.tlsTrust ?? VERIFIED })
      ? this.signIn.placeOf(server).password
      : null;
  }

  private async tryOut(
    place: SignInPlace,
    filter: string,
    { tell = NOBODY, hangUp }: Listener<CheckStep>,
  ): Promise<CheckRun> {
    const run = new CheckRun(place, tell);
    const patience = hangUp ? { ...LOOKING_ON, hangUp } : LOOKING_ON;
    const found = await run.step('resolve', () => this.egress.resolve(place.host), {
      facts: ({ address }) => ({ address }),
    });
    const session = found && (await this.enter(run, place, patience));
    if (!session) return run;
    const { addresses, recipient } = testSenders(filter, place.login, await this.policies.rules());
    await trySenders(run, session, addresses, recipient);
    session.close();
    return run;
  }

  private async enter(
    run: CheckRun,
    place: SignInPlace,
    patience: Patience,
  ): Promise<SmtpSession | undefined> {
    const session = await run.step('connect', () => this.signIn.connect(place, patience), {
      facts: ({ largest }) => (largest === null ? {} : { largest }),
    });
    if (!session || place.auth === 'none') return session;
    const signedIn = await run.step('sign-in', async () =>
      this.signIn.signIn(session, place, await this.signIn.credentialsOf(place), patience),
    );
    if (!signedIn) session.close();
    return signedIn?.session;
  }
}

// The envelope of each sender, and of the last one that passed as far as the mail itself: DATA is said, and then nothing.
async function trySenders(
  run: CheckRun,
  session: SmtpSession,
  addresses: readonly string[],
  recipient: string | null,
): Promise<void> {
  let passed: string | null = null;
  for (const address of addresses) {
    if (!session.usable) return;
    if (await run.step('sender', async () => (await session.trySender(address), true), { address }))
      passed = address;
  }
  // Whether somebody else's mailbox exists says nothing about the server.
  if (passed === null || recipient === null || !session.usable) return;
  const from = passed;
  const invited = await run.step(
    'recipient',
    async () => (await session.tryRecipient(from, recipient), true),
    {
      address: recipient,
    },
  );
  if (invited) await run.step('data', () => session.tryData());
}
