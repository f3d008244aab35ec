import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { Clock, kernelProblem, Problem, retryDelay } from '@mailroom/kernel';
import { outgoingProblem } from '../outgoing-problems.js';
import { MailRoutes } from '../routing/mail-routes.js';
import { type Route } from '../routing/select-server.js';
import { type OutgoingServer } from '../servers/outgoing-server.js';
import { ServerTrouble } from '../servers/server-trouble.js';
import { MailTransmitter } from '../smtp/mail-transmitter.js';
import { composeMail, recipientsOf } from './compose-mail.js';
import { OutboxDesk, type ClaimedMail } from './outbox-desk.js';
import { failed, postponed, settle, type Settlement } from './settlement.js';
import { whenAgain } from './when-again.js';

const WRITES_AT_MOST = 8;

type Found = Extract<Route<OutgoingServer>, { server: object }>;

/** One try at one mail, from taking it in hand to writing down what became of it. */
@Injectable()
export class DeliverMail {
  readonly #logger = new Logger('Mailroom');

  constructor(
    private readonly desk: OutboxDesk,
    private readonly routes: MailRoutes,
    private readonly transmitter: MailTransmitter,
    private readonly trouble: ServerTrouble,
    private readonly clock: Clock,
  ) {}

  /** Does nothing when the mail is not due or in other hands. `signal` ends the try; the mail is due again at once. */
  async run(id: string, signal: AbortSignal): Promise<void> {
    const mail = await this.desk.claim(id);
    if (!mail) return;
    try {
      await this.deliver(mail, signal);
    } finally {
      this.desk.letGo(mail);
    }
  }

  private async deliver(mail: ClaimedMail, signal: AbortSignal): Promise<void> {
    const route = await this.routes.from(mail.draft.from, mail.namedServerId);
    const rest = route.server === null ? null : await this.trouble.restOf(route.server);
    const settlement =
      route.server !== null && rest !== null
        ? postponed(restingProblem(route.server), mail, false)
        : await this.attempt(mail, route, signal).catch((error: unknown) => this.waits(mail, error));
    const tried = route.server !== null && rest === null;
    const pauseMs = tried ? await this.learn(route.server, settlement) : rest;
    const { outcome, delayMs } = this.timed(mail, settlement, pauseMs);
    await insistOn(() =>
      this.desk.settle(mail, outcome, {
        serverId: route.server?.id ?? null,
        routeReason: route.reason,
        tried,
        delayMs: signal.aborted ? 0 : delayMs,
      }),
    );
  }

  private async attempt(
    mail: ClaimedMail,
    route: Route<OutgoingServer>,
    signal: AbortSignal,
  ): Promise<Settlement> {
    if (route.server === null) return postponed(unrouted(mail, route.reason), mail, false);
    const letter = await this.compose(mail, route);
    if (letter instanceof Problem) return failed(letter, mail);
    const done = new Set([...mail.accepted, ...mail.refused.map(({ address }) => address)]);
    const to = recipientsOf(mail.draft).filter((address) => !done.has(address));
    const envelope = { from: route.envelopeFrom, to };
    return settle(await this.transmitter.transmit(route.server, envelope, letter, signal), mail);
  }

  private async compose(mail: ClaimedMail, { headerFrom, replyTo }: Found): Promise<Buffer | Problem> {
    const attachments = await this.desk.attachments(mail.id);
    const { id, messageId, draft, createdAt: date } = mail;
    try {
      return await composeMail({ id, messageId, date, draft, headerFrom, replyTo, attachments });
    } catch (error) {
      if (error instanceof Problem) return error;
      throw error;
    }
  }

  // The mail was not offered to anybody.
  private waits(mail: ClaimedMail, error: unknown): Settlement {
    if (error instanceof Problem) return postponed(forPeople(error), mail, true);
    this.#logger.error(`Mail ${mail.id} could not be sent`, error instanceof Error ? error.stack : undefined);
    return postponed(kernelProblem('unexpected', { disposition: 'retry-later' }), mail, false);
  }

  /** Tells the server's record how it went; the rest it gets in ms, or null. */
  private async learn(
    server: OutgoingServer,
    { serverTrouble, problem, receipt }: Settlement,
  ): Promise<number | null> {
    try {
      if (serverTrouble && problem) return await this.trouble.met(server, problem);
      if (receipt !== null) await this.trouble.none(server.id);
    } catch (error) {
      this.#logger.error(
        `What server ${server.id} did was not noted`,
        error instanceof Error ? error.stack : undefined,
      );
    }
    return null;
  }

  private timed(
    mail: ClaimedMail,
    settlement: Settlement,
    pauseMs: number | null,
  ): { outcome: Settlement; delayMs: number } {
    const { problem, status } = settlement;
    if (status !== 'delayed' || !problem) return { outcome: settlement, delayMs: 0 };
    const wait = whenAgain(problem, mail, this.clock.now());
    if (wait !== null) return { outcome: settlement, delayMs: pauseMs ?? wait };
    const expired = outgoingProblem('delivery-expired', { params: { code: problem.code } });
    return { outcome: { ...settlement, status: 'failed', problem: expired }, delayMs: 0 };
  }
}

function unrouted(mail: ClaimedMail, reason: 'no-server' | 'named-server-unavailable'): Problem {
  const params = { from: mail.draft.from.address };
  const code = reason === 'no-server' ? 'no-server-for-sender' : 'named-server-unavailable';
  return outgoingProblem(code, { disposition: 'ask-admin', params });
}

function restingProblem(server: OutgoingServer): Problem {
  const { failureCode, failureParams, failureDisposition } = server;
  return new Problem(failureCode ?? 'server-busy', 'busy', {
    params: failureParams ?? {},
    disposition: failureDisposition ?? 'retry-later',
  });
}

// No trouble on the way to a server gives up a mail: at worst somebody has to look.
function forPeople(problem: Problem): Problem {
  if (problem.disposition !== 'give-up') return problem;
  const { code, kind, params, cause } = problem;
  return new Problem(code, kind, { params, disposition: 'ask-admin', cause });
}

// What a server has taken must be written down, or it leaves twice: a database that stumbles is asked again.
async function insistOn(write: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await write();
      return;
    } catch (error) {
      if (attempt >= WRITES_AT_MOST) throw error;
      await pause(retryDelay(attempt, { base: 250, cap: 4_000 }));
    }
  }
}
