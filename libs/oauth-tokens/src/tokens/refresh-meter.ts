import { Injectable } from '@nestjs/common';
import { Meters } from '@mailroom/kernel';
import { type TokenFailure } from '../failures/token-failure.js';

const RESULTS = ['answered', 'retry-later', 'reconnect', 'ask-admin', 'fix-client', 'give-up'];

/** Counts what token endpoints answered, by the class of the failure, and how long they took. */
@Injectable()
export class RefreshMeter {
  readonly #refreshes;

  constructor(meters: Meters) {
    this.#refreshes = meters.histogram(
      'mailroom_token_refresh_seconds',
      'How long token endpoints took to answer.',
      {
        result: RESULTS,
      },
    );
  }

  /** A provider was asked, and answered or did not, after so many ms. */
  asked(failure: TokenFailure | null, tookMs: number): void {
    this.#refreshes.observe({ result: failure?.class ?? 'answered' }, tookMs / 1_000);
  }
}
