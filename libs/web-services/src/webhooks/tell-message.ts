import { Injectable } from '@nestjs/common';
import { Clock, Database, EventLog, type Problem } from '@mailroom/kernel';
import { MessageDesk, type ClaimedMessage, type Outcome } from './message-desk.js';
import { nextTry } from './next-try.js';
import { Receivers, type Told } from './receivers.js';
import { WebhookMeter } from './webhook-meter.js';
import { WebhookTrouble } from './webhook-trouble.js';
import { Webhook } from './webhook.js';

/** One try to tell one message, from the call to writing down what became of it. */
@Injectable()
export class TellMessage {
  readonly #log = new EventLog();

  constructor(
    private readonly database: Database,
    private readonly desk: MessageDesk,
    private readonly receivers: Receivers,
    private readonly trouble: WebhookTrouble,
    private readonly meter: WebhookMeter,
    private readonly clock: Clock,
  ) {}

  /** Never throws: a message whose end could not be written down is told again when its lease is over. */
  async run(message: ClaimedMessage, signal?: AbortSignal): Promise<void> {
    try {
      const webhook = await this.webhook(message.webhookId);
      if (webhook) await this.tell(webhook, message, signal);
    } catch (error) {
      this.#log.error('webhook-unsettled', 'How a webhook was told could not be written down', {}, error);
    }
  }

  private webhook(id: string): Promise<Webhook | null> {
    return this.database.run((em) => em.getRepository(Webhook).findOneBy({ id }));
  }

  private async tell(webhook: Webhook, message: ClaimedMessage, signal?: AbortSignal): Promise<void> {
    const told = await this.receivers.tell(webhook, message, signal);
    if (signal?.aborted && told.call.status === null) return this.desk.putBack([message.id]);
    const outcome = this.outcome(message, told);
    await this.database.transaction(async (tx) => {
      // The webhook first, as whoever deletes it does.
      await this.trouble.learn(webhook.id, told.verdict, tx);
      await this.desk.settle(message.id, outcome, tx);
    });
    this.note(message, told, outcome);
  }

  private outcome(message: ClaimedMessage, { verdict, call, retryAfter }: Told): Outcome {
    if (verdict.kind === 'taken') return { state: 'told', delayMs: 0, call };
    const delayMs = nextTry(message.attempts, retryAfter);
    const inTime = this.clock.now().getTime() + delayMs < message.retryUntil.getTime();
    const state = verdict.kind === 'failed' && inTime ? 'due' : 'given-up';
    return { state, delayMs: state === 'due' ? delayMs : 0, call };
  }

  private note({ event, attempts }: ClaimedMessage, { verdict, call }: Told, { state }: Outcome): void {
    this.meter.called(verdict.kind === 'taken' ? 'taken' : 'failed', call.durationMs);
    const facts = { cause: event, status: call.status, tries: attempts, durationMs: call.durationMs };
    if (verdict.kind === 'taken') return this.#log.debug('webhook-told', 'A webhook was told', facts);
    const { code: problem, disposition }: Problem = verdict.problem;
    this.#log.warn('webhook-not-told', 'A webhook was not told', {
      ...facts,
      state,
      problem,
      class: disposition,
    });
  }
}
