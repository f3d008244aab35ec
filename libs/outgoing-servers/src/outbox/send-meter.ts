import { Injectable } from '@nestjs/common';
import { Meters } from '@mailroom/kernel';
import { type MailStatus } from './outbox-mail.js';

/** Counts what became of tries to send, and how long sent mail had waited since it was enqueued. */
@Injectable()
export class SendMeter {
  readonly #tries;
  readonly #waited;

  constructor(meters: Meters) {
    this.#tries = meters.counter('mailroom_send_tries_total', 'Tries to send a mail, by what became of it.', {
      status: ['sent', 'delayed', 'failed'],
    });
    this.#waited = meters.histogram(
      'mailroom_sent_after_seconds',
      'Time from enqueuing a mail until a server took it.',
    );
  }

  /** A try is written down; the mail was enqueued so many ms ago. */
  settled(status: MailStatus, ageMs: number): void {
    this.#tries.add({ status });
    if (status === 'sent') this.#waited.observe({}, ageMs / 1_000);
  }
}
