import { Injectable } from '@nestjs/common';
import { Meters } from '@mailroom/kernel';
import { type RunEnding } from './fetch-run.js';
import { RUN_PHASES, type RunNotes } from './run-notes.js';

const ENDINGS = ['done', 'failed', 'stopped', 'lost'];
const OUTCOMES = [
  'stored',
  'ignored',
  'refused',
  'retrying',
  'quarantined',
  'oversized',
  'duplicate',
  'discarded',
];

/** Counts what fetching comes to: runs, mails and bytes, and where the time goes. Polls that find nothing are no runs. */
@Injectable()
export class FetchMeter {
  readonly #runs;
  readonly #mails;
  readonly #bytes;
  readonly #phases;

  constructor(meters: Meters) {
    this.#runs = meters.counter(
      'mailroom_fetch_runs_total',
      'Looks into a mailbox that found something, failed or were asked for.',
      {
        ending: ENDINGS,
      },
    );
    this.#mails = meters.counter('mailroom_mails_total', 'Mails that were committed to the ledger.', {
      outcome: OUTCOMES,
    });
    this.#bytes = meters.counter('mailroom_mail_bytes_total', 'Bytes of mail that were fetched.');
    this.#phases = meters.histogram(
      'mailroom_fetch_phase_seconds',
      'How long each phase of a run took; phases overlap.',
      {
        phase: RUN_PHASES,
      },
    );
  }

  /** A run is over. */
  over(notes: RunNotes, ending: RunEnding): void {
    this.#runs.add({ ending });
    this.#bytes.add({}, notes.bytes);
    for (const [outcome, mails] of Object.entries(notes.outcomes)) this.#mails.add({ outcome }, mails);
    for (const [phase, spentMs] of Object.entries(notes.spent))
      this.#phases.observe({ phase }, spentMs / 1_000);
  }
}
