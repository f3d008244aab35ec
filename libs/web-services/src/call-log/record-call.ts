import { Injectable } from '@nestjs/common';
import { Clock, Database, EventLog, problemCode } from '@mailroom/kernel';
import { type CallKind } from './invoker-call.js';

/** Whose call it is. */
export interface Caller {
  readonly invokerId: string;
  readonly kind: CallKind;
  /** As the record shows it; cut after 200 characters. */
  readonly calledBy: string | undefined;
}

const LONGEST_NAME = 200;

/** Writes down that a call was made and how it went: status, duration and problem code, and nothing of what went over the wire. */
@Injectable()
export class RecordCall {
  readonly #log = new EventLog();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Does the work of a call and passes on what it answers or throws. A record that cannot be written is left out and logged. */
  async around<Answer extends { readonly status: number }>(
    caller: Caller,
    work: () => Promise<Answer>,
  ): Promise<Answer> {
    const at = this.clock.now();
    const begun = performance.now();
    const write = (status: number | null, problem: string | null): Promise<void> =>
      this.write(caller, [at, Math.round(performance.now() - begun), status, problem]);
    try {
      const answer = await work();
      await write(answer.status, null);
      return answer;
    } catch (error) {
      await write(null, problemCode(error));
      throw error;
    }
  }

  // Whoever called holds an answer: failing now would have it called a second time.
  private async write({ invokerId, kind, calledBy }: Caller, outcome: readonly unknown[]): Promise<void> {
    const by = calledBy?.slice(0, LONGEST_NAME) ?? null;
    await this.database.query(INSERT, [invokerId, kind, by, ...outcome]).catch((error: unknown) => {
      this.#log.warn('invoker-call-unrecorded', 'A call was made and not recorded', { invokerId }, error);
    });
  }
}

// Nothing is written for an invoker that was deleted meanwhile.
const INSERT = `
  insert into mailroom.web_service_call (invoker_id, kind, called_by, called_at, duration_ms, status, problem_code)
  select id, $2, $3, $4, $5, $6, $7 from mailroom.web_service_invoker where id = $1`;
