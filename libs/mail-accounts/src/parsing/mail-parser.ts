import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { EventLog } from '@mailroom/kernel';
import { type ReadableMail } from '../archive/readable-mail.js';
import { type ParsedMail } from '../inbound-mail/inbound-mail.js';
import { type Defect } from './defects.js';
import { parseHeaders } from './parse-mail.js';
import {
  perform,
  takenMail,
  type FoundAttachments,
  type ParseAnswers,
  type ParseTask,
  type WantedAttachments,
} from './parse-task.js';
import { ParseThread, ThreadLost } from './parse-thread.js';

const BUDGET_MS = 20_000;
const LONGEST_QUEUE = 2_000;

/** A mail that came in, read and packed. */
export interface MailReading {
  /** What the mail says; null when not even its headers can be read. */
  readonly parsed: ParsedMail | null;
  /** Codes of what could not be read; empty for a sound mail. */
  readonly defects: readonly Defect[];
  /** SHA-256 of the raw bytes. */
  readonly contentKey: Buffer;
  /** The raw bytes, packed, in the rows of the archive. */
  readonly rawRows: Buffer;
  /** Bytes before packing. */
  readonly size: number;
}

/**
 * Reads mail in a worker thread, so that neither a large mail nor a hostile one holds up the process: 20 s and 512 MB
 * for each, then its headers have to do. Up to 2,000 mails may wait; beyond that problem `parser-busy`.
 * Run from its sources (as tests do) it works in the calling thread, because there is no compiled worker to start.
 */
@Injectable()
export class MailParser implements OnApplicationShutdown {
  readonly #log = new EventLog();
  readonly #thread = import.meta.url.endsWith('.ts')
    ? null
    : new ParseThread(new URL('parse-worker.js', import.meta.url), {
        budgetMs: BUDGET_MS,
        longest: LONGEST_QUEUE,
      });

  /** Starts the thread, so that the first mail does not wait for it. */
  start(): void {
    this.#thread?.start();
  }

  /** Reads and packs a mail. Never throws for what a mail contains; problems `parser-busy` and `parser-stopped`. */
  async parse(raw: Buffer): Promise<MailReading> {
    const { parsed, contentKey, rawRows } = await this.take(raw);
    return {
      parsed,
      defects: (parsed?.defects ?? ['headers-unreadable']) as Defect[],
      contentKey: Buffer.from(contentKey.buffer),
      rawRows: Buffer.from(rawRows.buffer),
      size: raw.length,
    };
  }

  /** A mail as it can be shown; null when it cannot be read. Goes before mail that comes in. */
  async read(raw: Buffer): Promise<ReadableMail | null> {
    return this.unlessLost(this.run({ kind: 'read', raw }, true), () => Promise.resolve(null));
  }

  /** Attachments, decoded in one reading; each place is wanted once. Goes before mail that comes in. */
  async attachments(raw: Buffer, wanted: WantedAttachments): Promise<FoundAttachments> {
    return this.unlessLost(this.run({ kind: 'attachments', raw, ...wanted }, true), () =>
      Promise.resolve({ bytes: 0, attachments: wanted.indexes.map(() => null) }),
    );
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#thread?.close();
  }

  private take(raw: Buffer): Promise<ParseAnswers['parse']> {
    return this.unlessLost(this.run({ kind: 'parse', raw }, false), async (why) =>
      takenMail(raw, await parseHeaders(raw, why === 'too-slow' ? 'too-slow' : 'structure-unreadable')),
    );
  }

  private async run<Task extends ParseTask>(
    task: Task,
    urgent: boolean,
  ): Promise<ParseAnswers[Task['kind']]> {
    if (this.#thread) return this.#thread.run(task, urgent);
    return (await perform(task)) as ParseAnswers[Task['kind']];
  }

  // What is left to do about a mail that brought the thread down is short work, whatever is in it.
  private async unlessLost<T>(
    work: Promise<T>,
    otherwise: (why: ThreadLost['why']) => Promise<T>,
  ): Promise<T> {
    try {
      return await work;
    } catch (error) {
      if (!(error instanceof ThreadLost)) throw error;
      this.#log.warn('mail-unreadable', 'A mail could not be read', { cause: error.why });
      return otherwise(error.why);
    }
  }
}
