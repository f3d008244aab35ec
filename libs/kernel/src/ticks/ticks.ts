import { Injectable, Optional, type BeforeApplicationShutdown } from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import { EventLog } from '../event-log/event-log.js';
import { kernelProblem } from '../problems/kernel-problems.js';

/** A repeated piece of work; `now()` runs it at once (or joins the run in progress). */
export interface Tick {
  now(): Promise<void>;
  /** Stops the timer, then waits for a run in progress. */
  stop(): Promise<void>;
}

/**
 * Repeats work through the host's SchedulerRegistry (`@nestjs/schedule`), where the host can see it as
 * `mailroom:<name>`. A run that is still going when the next is due is not doubled; an error is logged and the
 * next run comes all the same. At shutdown the timers go first and running work is waited for.
 */
@Injectable()
export class Ticks implements BeforeApplicationShutdown {
  readonly #log = new EventLog();
  readonly #ticks: Tick[] = [];

  constructor(@Optional() private readonly registry?: SchedulerRegistry) {}

  /** Starts `work` every `milliseconds`. Throws problem `schedule-module-missing` without the host's ScheduleModule. */
  every(name: string, milliseconds: number, work: () => Promise<void>): Tick {
    if (!this.registry) throw kernelProblem('schedule-module-missing');
    const registry = this.registry;
    const key = `mailroom:${name}`;
    let running: Promise<void> | undefined;
    const run = async (): Promise<void> => {
      running ??= this.guarded(key, work).finally(() => (running = undefined));
      await running;
    };
    registry.addInterval(
      key,
      setInterval(() => void run(), milliseconds),
    );
    const tick: Tick = {
      now: run,
      stop: async () => {
        if (registry.doesExist('interval', key)) registry.deleteInterval(key);
        await running;
      },
    };
    this.#ticks.push(tick);
    return tick;
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.#ticks.map((tick) => tick.stop()));
  }

  private async guarded(key: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#log.error('tick-failed', 'A tick failed', { tick: key }, error);
    }
  }
}
