import { Injectable } from '@nestjs/common';
import { Egress, Secret, VERIFIED } from '@mailroom/kernel';
import { TokenHosts } from '@mailroom/oauth-tokens';
import { entriesOf, normalFromFilter } from '../routing/from-filter.js';
import { notificationAddress } from '../routing/sender-rules.js';
import { SenderPolicies } from '../sender-policy/sender-policies.js';
import { OutgoingServers } from '../servers/outgoing-servers.js';
import { checkSignIn, sameOrigin } from '../servers/server-rules.js';
import { type ServerTrial } from '../servers/server-schema.js';
import { ServerTrouble } from '../servers/server-trouble.js';
import { LOOKING_ON, SignIn, type SignInPlace } from '../smtp/sign-in.js';
import { CheckRun, type CheckStep } from './check-step.js';

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

  /** Tries a saved server; when all is well its mail goes on. Throws problem `server-not-found`. */
  async saved(id: string): Promise<CheckStep[]> {
    const server = await this.servers.find(id);
    const run = await this.tryOut(this.signIn.placeOf(server), server.fromFilter);
    if (run.ok) await this.trouble.over(id);
    return run.steps;
  }

  /**
   * Tries values that nobody has saved. Problems: those of `checkSignIn`, `host-not-for-token`, `from-filter-invalid`,
   * `server-not-found`.
   */
  async unsaved(trial: ServerTrial): Promise<CheckStep[]> {
    checkSignIn(trial, trial.password !== undefined);
    const password =
      trial.password === undefined ? await this.storedPassword(trial) : Secret.of(trial.password);
    const { host, port, security, tlsTrust = VERIFIED, auth, login, tokenId } = trial;
    if (auth === 'token' && tokenId !== null) await this.hosts.require(tokenId, host, 'host');
    const filter = normalFromFilter(trial.fromFilter ?? '');
    return (await this.tryOut({ host, port, security, tlsTrust, auth, login, tokenId, password }, filter))
      .steps;
  }

  private async storedPassword(trial: ServerTrial): Promise<Secret | null> {
    if (trial.id === undefined) return null;
    const server = await this.servers.find(trial.id);
    return sameOrigin(server, { ...trial, tlsTrust: trial.tlsTrust ?? VERIFIED })
      ? this.signIn.placeOf(server).password
      : null;
  }

  private async tryOut(place: SignInPlace, filter: string): Promise<CheckRun> {
    const run = new CheckRun();
    await run.step('resolve', () => this.egress.resolve(place.host));
    const session = await run.step('connect', () => this.signIn.connect(place, LOOKING_ON));
    if (!session) return run;
    const signedIn =
      place.auth === 'none'
        ? { session }
        : await run.step('sign-in', async () =>
            this.signIn.signIn(session, place, await this.signIn.credentialsOf(place), LOOKING_ON),
          );
    const sender = await this.senderFor(place, filter);
    if (signedIn && sender !== null) await run.step('sender', () => signedIn.session.trySender(sender));
    (signedIn?.session ?? session).close();
    return run;
  }

  /** Whom to send as: the filter's first address, somebody at its first domain, the mailbox, the notification address. */
  private async senderFor(place: SignInPlace, filter: string): Promise<string | null> {
    const entries = entriesOf(filter);
    const address = entries.find((entry) => entry.includes('@'));
    if (address !== undefined) return address;
    if (entries[0] !== undefined) return `noreply@${entries[0]}`;
    return place.login.includes('@') ? place.login : notificationAddress(await this.policies.rules());
  }
}
