import { Logger, type LogLevel } from '@nestjs/common';
import { Problem } from '../problems/problem.js';
import { currentCorrelation } from './correlation.js';
import { LogRecord, type LogFacts } from './log-record.js';
import { stackOf } from './stack-of.js';

/**
 * Where Mailroom logs: one record for each event, through the logger that the host gave Nest. A record has the name of the event, a
 * sentence, the correlation id and the facts of the work it is part of, and its own facts; `docs/operations.md` lists them.
 * Whether and how it is written is the host's business.
 */
export class EventLog {
  readonly #logger = new Logger('Mailroom');

  /** Would a debug record be written, as far as Nest knows? Ask before making many of them. */
  get debugs(): boolean {
    return Logger.isLevelEnabled('debug');
  }

  /** What helps to follow one thing: a mail, a job. */
  debug(event: string, msg: string, facts: LogFacts = {}): void {
    if (this.debugs) this.#logger.debug(record(event, msg, facts));
  }

  /** What happened as it should, and seldom enough to be read. */
  info(event: string, msg: string, facts: LogFacts = {}): void {
    if (enabled('log')) this.#logger.log(record(event, msg, facts));
  }

  /** What somebody may have to look into. */
  warn(event: string, msg: string, facts: LogFacts = {}, error?: unknown): void {
    if (enabled('warn')) this.#logger.warn(record(event, msg, facts, error));
  }

  /** What should not happen; the stack of `error` goes along, and nothing else of it. */
  error(event: string, msg: string, facts: LogFacts = {}, error?: unknown): void {
    if (enabled('error')) this.#logger.error(record(event, msg, facts, error));
  }
}

function enabled(level: LogLevel): boolean {
  return Logger.isLevelEnabled(level);
}

function record(event: string, msg: string, facts: LogFacts, error?: unknown): LogRecord {
  const work = currentCorrelation();
  const named = error instanceof Problem ? { problem: error.code, class: error.disposition } : {};
  return new LogRecord({
    event,
    msg,
    ...(work ? { correlationId: work.id, ...work.facts } : {}),
    ...named,
    ...facts,
    ...(error === undefined ? {} : { stack: stackOf(error) }),
  });
}
