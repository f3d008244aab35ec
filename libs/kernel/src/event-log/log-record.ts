import { inspect } from 'node:util';

/** The fields that a record may have besides its event, its sentence and its correlation id: `docs/operations.md` explains each. */
export const LOG_FIELDS = [
  'accountId',
  'authorizationId',
  'clientId',
  'deliveryId',
  'invokerId',
  'mailId',
  'serverId',
  'tokenId',
  'webhookId',
  'webhookEventId',
  'job',
  'jobId',
  'queue',
  'tick',
  'problem',
  'class',
  'state',
  'status',
  'cause',
  'ending',
  'outcome',
  'reference',
  'uid',
  'mails',
  'bytes',
  'tries',
  'count',
  'method',
  'durationMs',
] as const;
export type LogField = (typeof LOG_FIELDS)[number];

/** Ids, codes and numbers: nothing secret, no address, nothing of a mail. `durationMs` in milliseconds. */
export type LogFacts = Readonly<Partial<Record<LogField, string | number | boolean | null>>>;

/** What a record is made of. */
export interface LogEntry extends LogFacts {
  readonly event: string;
  /** The sentence for people. */
  readonly msg: string;
  readonly correlationId?: string;
  /** Of the error behind it, with its causes. */
  readonly stack?: string;
}

/**
 * One record on its way to the host's logger: its own properties are the fields, so a structured logger (nestjs-pino, JSON
 * mode of ConsoleLogger) keeps them apart, and one that writes for people gets one line.
 */
export class LogRecord implements LogEntry {
  readonly event: string;
  readonly msg: string;

  constructor(entry: LogEntry) {
    this.event = entry.event;
    this.msg = entry.msg;
    Object.assign(this, entry);
  }

  /** `<sentence> [<event> field=value …]`, and below it the stack. */
  toString(): string {
    const { msg, event, stack, ...facts } = this as LogEntry;
    const fields = Object.entries(facts).map(([name, value]) => `${name}=${String(value)}`);
    return `${msg} [${[event, ...fields].join(' ')}]${stack === undefined ? '' : `\n${stack}`}`;
  }

  [inspect.custom](): string {
    return this.toString();
  }
}
