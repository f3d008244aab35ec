import { Injectable } from '@nestjs/common';
import { type OutgoingServer } from '../servers/outgoing-server.js';
import { IdleSessions } from './idle-sessions.js';
import { replyProblem } from './reply-problem.js';
import { SENDING, SignIn, type SignedIn } from './sign-in.js';
import { type Envelope, type Letter, type Transmission } from './transmission.js';

/** Hands one mail to one server. */
@Injectable()
export class MailTransmitter {
  constructor(
    private readonly signIn: SignIn,
    private readonly idle: IdleSessions,
  ) {}

  /**
   * Answers what became of it; throws the problem when the server could not be reached or would not let us in, which
   * means that the mail was not offered. A connection that was lying idle and turns out dead, and an access token that
   * is refused only at the envelope, get one more try on a new connection.
   */
  async transmit(
    server: OutgoingServer,
    envelope: Envelope,
    mail: Letter,
    signal: AbortSignal,
  ): Promise<Transmission> {
    const rested = this.idle.take(server);
    if (rested) {
      const outcome = await this.handOver(server, rested, envelope, mail, signal);
      if (!isStale(outcome) || signal.aborted) return outcome;
    }
    const fresh = await this.open(server);
    const outcome = await this.handOver(server, fresh, envelope, mail, signal);
    if (fresh.credentials?.kind !== 'token' || !isSignInRefused(outcome)) return outcome;
    const renewed = await this.signIn.withNewerToken(
      this.signIn.placeOf(server),
      fresh.credentials.token,
      SENDING,
    );
    return this.handOver(server, renewed, envelope, mail, signal);
  }

  private async open(server: OutgoingServer): Promise<SignedIn> {
    const place = this.signIn.placeOf(server);
    const credentials = await this.signIn.credentialsOf(place);
    return this.signIn.signIn(await this.signIn.connect(place, SENDING), place, credentials, SENDING);
  }

  private async handOver(
    server: OutgoingServer,
    signedIn: SignedIn,
    envelope: Envelope,
    mail: Letter,
    signal: AbortSignal,
  ): Promise<Transmission> {
    const { session } = signedIn;
    const stop = (): void => session.abort(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
    try {
      const outcome = await session.transmit(envelope, mail);
      if (session.usable) this.idle.give(server, signedIn);
      return outcome;
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }
}

// Nothing of the mail was taken: the connection had died, or its sign-in had run out, while nobody was using it.
function isStale(outcome: Transmission): boolean {
  if (outcome.kind === 'lost') return !outcome.uncertain;
  return outcome.kind === 'refused' && (outcome.reply.status === 421 || isSignInRefused(outcome));
}

function isSignInRefused(outcome: Transmission): boolean {
  return outcome.kind === 'refused' && replyProblem(outcome.reply, outcome.moment).code === 'sign-in-refused';
}
