import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, Database, SlicedWork, type Actor } from '@mailroom/kernel';
import { Replays } from '../deliveries/replays.js';
import { Discards } from './discards.js';
import { type QuarantineAct } from './quarantine-query.js';
import { type QuarantineRun } from './quarantine-run.js';
import { QuarantineRuns } from './quarantine-runs.js';

const QUEUE = 'quarantine-run';
/** Mails between two looks at the record and whether somebody wants it to stop; a slow host is given fewer. */
const BATCH = { replay: 20, discard: 500 } as const;
const LOOK_MS = 1_000;

/** Deals with all held mail that fits a filter, in the background: slice by slice, whichever instance is at work. */
@Injectable()
export class QuarantineWork implements OnModuleInit {
  constructor(
    private readonly slices: SlicedWork,
    private readonly runs: QuarantineRuns,
    private readonly replays: Replays,
    private readonly discards: Discards,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.slices.define({ queue: QUEUE, step: (runId, signal) => this.step(runId, signal) });
  }

  /** Begins a run. Problem `quarantine-busy`. */
  async ask(act: QuarantineAct, actor: Actor): Promise<void> {
    await this.runs.begin(act, actor, (runId, tx) => this.slices.begin(QUEUE, runId, tx));
    this.slices.poke(QUEUE);
  }

  private async step(runId: string, signal: AbortSignal): Promise<boolean> {
    const run = await this.runs.going(runId);
    if (!run) return false;
    const ids = await this.runs.next(run, BATCH[run.act]);
    if (ids.length === 0) {
      await this.runs.end(runId, 'done');
      return false;
    }
    if (run.act === 'discard') await this.discard(run, ids);
    else await this.replay(run, ids, signal);
    return true;
  }

  // Together: a process that dies in between leaves nothing thrown away that is not counted.
  private async discard(run: QuarantineRun, ids: readonly string[]): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.discards.many(ids, tx);
      await this.runs.dealtWith(run, ids, tx);
    });
  }

  /** What the host throws is on the deliveries: a throw here is the database's, or the shutdown's. */
  private async replay(run: QuarantineRun, ids: readonly string[], signal: AbortSignal): Promise<void> {
    const until = this.clock.now().getTime() + LOOK_MS;
    const goesOn = () => !signal.aborted && this.clock.now().getTime() < until;
    const done = await this.replays.now(ids, goesOn);
    await this.runs.dealtWith(run, ids.slice(0, done));
  }
}
