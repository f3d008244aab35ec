import { Injectable } from '@nestjs/common';
import { Clock, Egress, kernelProblem, Problem } from '@mailroom/kernel';
import { judgeAnswer, type Verdict } from './judge-answer.js';
import { webhookSignature } from './sign.js';
import { WebhookSecrets } from './webhook-secrets.js';
import { type Webhook, type WebhookCall, type WebhookMessage } from './webhook.js';

const TIMEOUT_MS = 15_000;
/** Nobody reads what a receiver says. */
const ANSWER_BYTES = 65_536;

/** How a call went. */
export interface Told {
  readonly verdict: Verdict;
  readonly call: WebhookCall;
  readonly retryAfter: string | null;
}

/** What is told of a message: nothing but its event, when it happened, and ids, states and codes. */
type Tellable = Pick<WebhookMessage, 'eventId' | 'event' | 'happenedAt' | 'data'>;

/** Calls a receiver once, signed as Standard Webhooks wants it. Never throws what has a name: that is the verdict. */
@Injectable()
export class Receivers {
  constructor(
    private readonly egress: Egress,
    private readonly secrets: WebhookSecrets,
    private readonly clock: Clock,
  ) {}

  async tell(webhook: Webhook, message: Tellable, signal?: AbortSignal): Promise<Told> {
    const now = this.clock.now();
    const began = performance.now();
    const called = (status: number | null, problem: string | null): WebhookCall => ({
      at: now.toISOString(),
      durationMs: Math.round(performance.now() - began),
      status,
      problem,
    });
    try {
      const answer = await this.egress.fetch(webhook.url, {
        ...this.request(webhook, message, now),
        timeoutMs: TIMEOUT_MS,
        maxBytes: ANSWER_BYTES,
        signal,
        ...(webhook.caCertificate === null ? {} : { ca: webhook.caCertificate }),
      });
      const verdict = judgeAnswer(answer.status);
      const problem = verdict.kind === 'taken' ? null : verdict.problem.code;
      return { verdict, call: called(answer.status, problem), retryAfter: answer.headers.get('retry-after') };
    } catch (error) {
      const problem = error instanceof Problem ? error : kernelProblem('unexpected', { cause: error });
      return { verdict: { kind: 'failed', problem }, call: called(null, problem.code), retryAfter: null };
    }
  }

  private request(webhook: Webhook, { eventId: id, event, happenedAt, data }: Tellable, now: Date) {
    const body = JSON.stringify({ type: event, timestamp: happenedAt.toISOString(), data });
    const timestamp = Math.floor(now.getTime() / 1_000);
    return {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Mailroom',
        'webhook-id': id,
        'webhook-timestamp': String(timestamp),
        'webhook-signature': webhookSignature(this.secrets.valid(webhook, now), { id, timestamp, body }),
      },
    };
  }
}
