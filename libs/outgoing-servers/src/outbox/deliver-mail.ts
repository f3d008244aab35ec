import { Injectable } from '@nestjs/common';
import { Clock, EventLog, InstanceBeat, kernelProblem, newCorrelation, Problem } from '@mailroom/kernel';
import { outgoingProblem } from '../outgoing-problems.js';
import { type OutgoingServer } from '../servers/outgoing-server.js';
import { ServerTrouble } from '../servers/server-trouble.js';
import { MailTransmitter } from '../smtp/mail-transmitter.js';
import { type Letter } from '../smtp/transmission.js';
import { type ClaimedMail } from './claimed-mail.js';
import { composeInPieces, composeMail, type Letter as MailParts } from './compose-mail.js';
import { type Errand } from './crew.js';
import { inPieces } from './in-pieces.js';
import { MailFiles } from './mail-files.js';
import { OutboxDesk } from './outbox-desk.js';
import { type Road } from './road-map.js';
import { SendMeter } from './send-meter.js';
import { failed, postponed, settle, type Settlement } from './settlement.js';
import { Settlements } from './settlements.js';
import { waitingRecipients } from './weight.js';
import { whenAgain } from './when-again.js';

const DEADLINE_MS = 600_000;
/** Mails with more than this, in bytes, are made in pieces while they leave. */
const WHOLE_AT_MOST = 1_048_576;

/** One try at one mail, from composing it to writing down what became of it. */
@Injectable()
export class DeliverMail {
  readonly #log = new EventLog();

  constructor(
    private readonly desk: OutboxDesk,
    private readonly files: MailFiles,
    private readonly transmitter: MailTransmitter,
    private readonly settlements: Settlements,
    private readonly trouble: ServerTrouble,
    private readonly clock: Clock,
    private readonly beat: InstanceBeat,
    private readonly meter: SendMeter,
  ) {}

  /**
   * Resolves when it is written down; false when the server is to be left alone. Never throws. `signal` ends the try:
   * the mail is due again at once.
   */
  run(errand: Errand, signal: AbortSignal): Promise<boolean> {
    const { mail, road } = errand;
    const facts = { mailId: mail.id, serverId: road.server.id };
    return newCorrelation(facts, () => this.settled(errand, signal), mail.draft.correlation);
  }

  private async settled(errand: Errand, signal: AbortSignal): Promise<boolean> {
    try {
      return await this.deliver(errand, signal);
    } catch (error) {
      // Its row stays in our name until it is missed; then it counts as interrupted.
      this.#log.error('mail-unsettled', 'What became of a mail could not be written down', {}, error);
      return false;
    } finally {
      this.desk.letGo(errand.mail);
    }
  }

  private async deliver(errand: Errand, signal: AbortSignal): Promise<boolean> {
    const { mail, road } = errand;
    // Others may have taken it back by now: whoever cannot beat sends nothing.
    if (!this.beat.alive() || signal.aborted) {
      await this.desk.putBack([mail]);
      return false;
    }
    const began = performance.now();
    const settlement = await this.attempt(errand, signal).catch((error: unknown) => this.waits(mail, error));
    const rest = signal.aborted ? null : await this.learn(road.server, settlement);
    const { outcome, delayMs } = this.timed(mail, settlement, rest);
    await this.settlements.write(mail, outcome, {
      serverId: road.server.id,
      routeReason: road.reason,
      tried: true,
      delayMs: signal.aborted ? 0 : delayMs,
      leftAs: { from: road.headerFrom, replyTo: road.replyTo },
      copyFor: sentOwner(road),
    });
    this.tell(mail, outcome, Math.round(performance.now() - began));
    this.meter.settled(outcome.status, this.clock.now().getTime() - mail.createdAt.getTime());
    return rest === null;
  }

  private tell({ attempts, bytes }: ClaimedMail, { status, problem }: Settlement, durationMs: number): void {
    const facts = { status, tries: attempts + 1, bytes, durationMs };
    if (status === 'sent') this.#log.info('mail-sent', 'A mail was sent', facts);
    else
      this.#log.warn('mail-not-sent', 'A mail was not sent', {
        ...facts,
        problem: problem?.code ?? null,
        class: problem?.disposition ?? null,
      });
  }

  private async attempt({ mail, road, atMost }: Errand, signal: AbortSignal): Promise<Settlement> {
    const letter = await this.compose({ mail, road });
    if (letter instanceof Problem) return failed(letter, mail);
    const tooLarge = aboveLimit(letter, road.server);
    if (tooLarge) return failed(tooLarge, mail);
    const recipients = waitingRecipients(mail);
    const to = recipients.slice(0, atMost);
    const { notice } = mail.draft;
    const envelope = {
      from: road.envelopeFrom,
      to,
      notice: notice ? { ...notice, envelopeId: mail.id } : null,
    };
    const deadline = AbortSignal.any([signal, AbortSignal.timeout(DEADLINE_MS)]);
    const transmission = await this.transmitter.transmit(road.server, envelope, letter, deadline);
    return inPieces(settle(transmission, mail), recipients.slice(to.length));
  }

  private async compose({ mail, road: { headerFrom, replyTo } }: Errand): Promise<Letter | Problem> {
    const { id, messageId, draft, createdAt: date } = mail;
    const parts = { id, messageId, date, draft, headerFrom, replyTo };
    if (draft.contentIds.length > 0 && mail.bytes > WHOLE_AT_MOST)
      return { size: encodedSize(mail.bytes), pieces: () => this.inPieces(parts) };
    const attachments = draft.contentIds.length === 0 ? [] : await this.files.of(id);
    try {
      const bytes = await composeMail({ ...parts, attachments });
      return { size: bytes.length, pieces: () => [bytes] };
    } catch (error) {
      if (error instanceof Problem) return error;
      throw error;
    }
  }

  private async *inPieces(parts: Omit<MailParts, 'attachments'>): AsyncGenerator<Buffer> {
    yield* composeInPieces({ ...parts, attachments: await this.files.inPieces(parts.id) });
  }

  // The mail was not offered to anybody: what is wrong, is wrong with the way to the server.
  private waits(mail: ClaimedMail, error: unknown): Settlement {
    if (error instanceof Problem) return postponed(forPeople(error), mail, true);
    this.#log.error('mail-not-sent', 'A mail could not be sent', {}, error);
    return postponed(kernelProblem('unexpected', { disposition: 'retry-later' }), mail, false);
  }

  /** Tells the server's record how it went; the rest it gets in ms, or null. */
  private async learn(
    server: OutgoingServer,
    { serverTrouble, problem, receipt }: Settlement,
  ): Promise<number | null> {
    try {
      if (serverTrouble && problem) return await this.trouble.met(server, problem);
      if (receipt !== null) await this.trouble.none(server);
    } catch (error) {
      this.#log.error('server-unnoted', 'What a server did was not noted', {}, error);
    }
    return null;
  }

  private timed(
    mail: ClaimedMail,
    settlement: Settlement,
    pauseMs: number | null,
  ): { outcome: Settlement; delayMs: number } {
    const { problem, status } = settlement;
    // Whose turn it is, is seen at the next look: nothing fails because it waits for that.
    if (status !== 'delayed' || !problem || problem.code === 'server-paced')
      return { outcome: settlement, delayMs: 0 };
    const wait = whenAgain(problem, mail, this.clock.now());
    if (wait !== null) return { outcome: settlement, delayMs: pauseMs ?? wait };
    const expired = outgoingProblem('delivery-expired', { params: { code: problem.code } });
    return { outcome: { ...settlement, status: 'failed', problem: expired }, delayMs: 0 };
  }
}

function sentOwner({ server, headerFrom }: Road): string | null {
  return server.saveToSent ? (server.login || headerFrom.address).toLowerCase() : null;
}

// base64 in lines of 76, and some room for headers: an estimate, as RFC 1870 section 6.1 wants it.
function encodedSize(bytes: number): number {
  return Math.ceil((bytes * 4 * 78) / (3 * 76)) + 16_384;
}

// The server itself may say less, or nothing: this is the limit that an admin set.
function aboveLimit({ size }: Letter, { sizeLimitBytes }: OutgoingServer): Problem | null {
  if (sizeLimitBytes === null || size <= sizeLimitBytes) return null;
  const params = { bytes: size, limit: sizeLimitBytes };
  return outgoingProblem('mail-too-large-for-server', { disposition: 'give-up', params });
}

// No trouble on the way to a server gives up a mail: at worst somebody has to look.
function forPeople(problem: Problem): Problem {
  if (problem.disposition !== 'give-up') return problem;
  const { code, kind, params, cause } = problem;
  return new Problem(code, kind, { params, disposition: 'ask-admin', cause });
}
