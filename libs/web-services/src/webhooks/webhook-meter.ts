import { Injectable } from '@nestjs/common';
import { Meters } from '@mailroom/kernel';

/** Counts calls of webhooks, and how long receivers take. */
@Injectable()
export class WebhookMeter {
  readonly #calls;
  readonly #seconds;

  constructor(meters: Meters) {
    const results = { result: ['taken', 'failed'] } as const;
    this.#calls = meters.counter(
      'mailroom_webhook_calls_total',
      'Calls of webhooks, by how they went.',
      results,
    );
    this.#seconds = meters.histogram('mailroom_webhook_seconds', 'How long receivers of webhooks take.');
  }

  /** A call went like this and took so many ms. */
  called(result: 'taken' | 'failed', durationMs: number): void {
    this.#calls.add({ result });
    this.#seconds.observe({}, durationMs / 1_000);
  }
}
