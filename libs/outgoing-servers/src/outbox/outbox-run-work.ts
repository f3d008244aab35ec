import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SlicedWork, type Actor } from '@mailroom/kernel';
import { OutboxActs } from './outbox-acts.js';
import { type OutboxRunAct } from './outbox-acts-schema.js';
import { OutboxRuns } from './outbox-runs.js';

const QUEUE = 'outbox-run';
/** Mails in one transaction: some 50 ms, in which nobody else touches them. */
const AT_ONCE = 500;

/** Deals with all mail that fits a filter, in the background: slice by slice, whichever instance is at work. */
@Injectable()
export class OutboxRunWork implements OnModuleInit {
  constructor(
    private readonly slices: SlicedWork,
    private readonly runs: OutboxRuns,
    private readonly acts: OutboxActs,
  ) {}

  onModuleInit(): void {
    this.slices.define({ queue: QUEUE, step: (runId) => this.step(runId) });
  }

  /** Begins a run. Problem `outbox-busy`. */
  async ask(act: OutboxRunAct, actor: Actor): Promise<void> {
    await this.runs.begin(act, actor, (runId, tx) => this.slices.begin(QUEUE, runId, tx));
    this.slices.poke(QUEUE);
  }

  private async step(runId: string): Promise<boolean> {
    if (!(await this.runs.step(runId, AT_ONCE))) return false;
    await this.acts.wake();
    return true;
  }
}
