import { z } from 'zod';
import { type FetchRun } from './fetch-run.js';
import { RUN_PHASES } from './run-notes.js';

const counts = z.record(z.string(), z.int());

/** A run as the API answers it. */
export const fetchRunSchema = z
  .object({
    id: z.string(),
    cause: z.enum(['poll', 'push', 'asked']),
    /** `running` while a session is at it; `broken-off` when its instance went without a word. */
    state: z.enum(['running', 'done', 'failed', 'stopped', 'lost', 'broken-off']),
    phase: z.enum(RUN_PHASES),
    instance: z.object({ id: z.uuid(), host: z.string().nullable() }),
    beganAt: z.iso.datetime(),
    endedAt: z.iso.datetime().nullable(),
    problem: z
      .object({
        code: z.string(),
        params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
      })
      .nullable(),
    /** Mails found, and of those the ones that are in the ledger now. */
    waiting: z.int(),
    mails: z.int(),
    bytes: z.int(),
    /** Mails by outcome. */
    outcomes: counts,
    /** Milliseconds by phase; phases may overlap. */
    durations: counts,
    /** Polls before it that found nothing. */
    quietBefore: z.int(),
  })
  .meta({ id: 'FetchRun' });
export type FetchRunAnswer = z.infer<typeof fetchRunSchema>;

/**
 * One page, in the order asked for; `next` is the `before` of the page after it. `quiet`: polls since the newest that found nothing.
 * Where they are narrowed, 10,000 runs are looked at once: `lookedTo` says how far that came, as in `DeliveryList`.
 */
export const fetchRunListSchema = z
  .object({
    items: z.array(fetchRunSchema),
    next: z.string().optional(),
    lookedTo: z.iso.datetime().optional(),
    quiet: z.int(),
  })
  .meta({ id: 'FetchRunList' });
export type FetchRunList = z.infer<typeof fetchRunListSchema>;

/**
 * Which runs of an account, and in what order. There is no search: a run has no words of its own, and its problem is put into
 * words by whoever shows it.
 */
export const fetchRunQuerySchema = z.object({
  cause: z.enum(['poll', 'push', 'asked']).optional(),
  /** How they ended; `mails` are those that brought mail, however they ended. */
  ended: z.enum(['done', 'failed', 'stopped', 'lost', 'mails']).optional(),
  sort: z.enum(['newest', 'oldest']).default('newest'),
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
});
export type FetchRunQuery = z.infer<typeof fetchRunQuerySchema>;

/** Which hours or days to sum up. */
export const timelineQuerySchema = z.object({ by: z.enum(['hour', 'day']).default('hour') });
export type TimelineQuery = z.infer<typeof timelineQuerySchema>;

/** Mail and failures by hour (of two days) or by day (of thirty), UTC, oldest first, none left out. */
export const timelineSchema = z
  .object({
    by: z.enum(['hour', 'day']),
    items: z.array(
      z.object({ from: z.iso.datetime(), runs: z.int(), mails: z.int(), bytes: z.int(), failures: z.int() }),
    ),
  })
  .meta({ id: 'FetchTimeline' });
export type Timeline = z.infer<typeof timelineSchema>;

/** Where a wish to fetch now stands. */
export const progressSchema = z
  .object({
    /** Wishes so far, and how many of them have been looked after. */
    wanted: z.int(),
    done: z.int(),
    /** The newest run; null when there was none. */
    run: fetchRunSchema.nullable(),
  })
  .meta({ id: 'FetchProgress' });
export type Progress = z.infer<typeof progressSchema>;

/** A row with what it takes to tell whether it goes on. */
export type RunRow = FetchRun & { readonly isHeld: boolean; readonly host: string | null };

/** A row as the API shows it. */
export function fetchRunAnswer(row: RunRow): FetchRunAnswer {
  const { id, cause, phase, instance, host, waiting, mails, outcomes, durations, quietBefore } = row;
  return {
    id: String(id),
    cause,
    phase,
    state: row.ending ?? (row.isHeld ? 'running' : 'broken-off'),
    instance: { id: instance, host },
    beganAt: row.beganAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    problem: row.problem === null ? null : { code: row.problem, params: row.problemParams ?? {} },
    waiting,
    mails,
    bytes: Number(row.bytes),
    outcomes,
    durations,
    quietBefore,
  };
}
