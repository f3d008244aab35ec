import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { type LogFacts } from './log-record.js';

/** What a piece of work is known by in the log. */
export interface Correlation {
  readonly id: string;
  /** What every record of this work says besides its own facts. */
  readonly facts: LogFacts;
}

// What runs where is the one thing that no constructor can hand on; nothing is ever kept in it.
const running = new AsyncLocalStorage<Correlation>();

/** The work that is being done here, or undefined outside of any. */
export function currentCorrelation(): Correlation | undefined {
  return running.getStore();
}

/**
 * The id under which the log tells what is being done here: of a request, a job, a fetch run, a try to send, a refresh.
 * Undefined outside of any. A host may put it beside what it stores or logs.
 */
export function correlationId(): string | undefined {
  return running.getStore()?.id;
}

/**
 * Does `work` as something of its own, whoever began it: under `id` where the work goes on that bore it before (a job takes the
 * id of the request that asked for it), else under a new one.
 */
export function newCorrelation<T>(facts: LogFacts, work: () => T, id: string = randomUUID()): T {
  return running.run({ id, facts }, work);
}

/** Does `work` as part of what is being done here, which keeps its id and gains facts; as something of its own where nothing is. */
export function withinCorrelation<T>(facts: LogFacts, work: () => T): T {
  const outer = running.getStore();
  return outer
    ? running.run({ id: outer.id, facts: { ...outer.facts, ...facts } }, work)
    : newCorrelation(facts, work);
}

/** Does `work` as part of nothing: what goes on for others is not the business of whoever woke it. */
export function uncorrelated<T>(work: () => T): T {
  return running.exit(work);
}
