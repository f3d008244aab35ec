import { Injectable } from '@nestjs/common';
import { Database, EventLog, type Problem } from '@mailroom/kernel';
import { type Held } from '../sessions/holding.js';
import { FetchMeter } from './fetch-meter.js';
import { type RunCause, type RunEnding } from './fetch-run.js';
import { type RunNotes } from './run-notes.js';

/** What is written of a run. */
export interface RunState {
  readonly held: Held;
  readonly cause: RunCause;
  /** Milliseconds since it began. */
  readonly since: number;
  readonly notes: RunNotes;
  readonly end: { readonly ending: RunEnding; readonly problem: Problem | null } | null;
}

/** Writes runs down: once at their end, and at most once a second while they last. */
@Injectable()
export class RunLog {
  readonly #log = new EventLog();

  constructor(
    private readonly database: Database,
    private readonly meter: FetchMeter,
  ) {}

  /** Writes a run for the first time and answers its id. */
  async insert(state: RunState): Promise<string> {
    if (state.end) this.over(state, state.end);
    const { held, cause, since } = state;
    const { rows } = await this.database.query<{ id: string }>(INSERT, [
      ...valuesOf(state),
      held.accountId,
      held.holder,
      held.epoch,
      cause,
      since,
    ]);
    return rows[0]?.id ?? '';
  }

  /** Writes it again. */
  async update(id: string, state: RunState): Promise<void> {
    if (state.end) this.over(state, state.end);
    await this.database.query(UPDATE, [...valuesOf(state), id]);
  }

  private over({ notes, cause, since }: RunState, { ending, problem }: NonNullable<RunState['end']>): void {
    this.meter.over(notes, ending);
    const facts = { cause, ending, mails: notes.mails, bytes: notes.bytes, durationMs: Math.round(since) };
    if (problem === null) return this.#log.info('fetch-ended', 'A mailbox was looked into', facts);
    const failure = { ...facts, problem: problem.code, class: problem.disposition };
    // What mends itself is nobody's business yet.
    if (problem.disposition === 'retry-later')
      this.#log.info('fetch-failed', 'Fetching stopped; it goes on by itself', failure);
    else this.#log.warn('fetch-failed', 'Fetching stopped', failure);
  }
}

function valuesOf({ notes, end }: RunState): unknown[] {
  const durations = Object.entries(notes.spent).map(([phase, spent]) => [phase, Math.round(spent)]);
  return [
    notes.phase,
    notes.waiting,
    notes.mails,
    notes.bytes,
    notes.outcomes,
    Object.fromEntries(durations),
    end?.ending ?? null,
    end?.problem?.code ?? null,
    end?.problem?.params ?? null,
  ];
}

// Whoever changes or pauses an account ends its claim, too; nobody else has the mailbox then.
const ending = (instance: string): string => `
  case when $7::text = 'lost' and coalesce(account.holder = ${instance}, true) then 'stopped' else $7 end`;

// What was counted until now goes with this run.
const INSERT = `
  with account as (select id, quiet_polls, holder from mailroom.mail_account where id = $10),
  counted as (update mailroom.mail_account set quiet_polls = 0 where id = $10 and quiet_polls > 0)
  insert into mailroom.fetch_run (phase, waiting, mails, bytes, outcomes, durations, ending, problem, problem_params,
    ended_at, account_id, instance, epoch, cause, began_at, quiet_before)
  select $1, $2, $3, $4, $5, $6, ${ending('$11')}, $8, $9, case when $7::text is not null then mailroom.now() end,
    id, $11, $12, $13, mailroom.now() - $14::float8 * interval '1 millisecond', quiet_polls
  from account
  returning id`;

const UPDATE = `
  update mailroom.fetch_run run
  set phase = $1, waiting = $2, mails = $3, bytes = $4, outcomes = $5, durations = $6, ending = ${ending('run.instance')},
    problem = $8, problem_params = $9, ended_at = case when $7::text is not null then mailroom.now() end
  from mailroom.mail_account account
  where run.id = $10 and account.id = run.account_id`;
