import { z } from 'zod';
import { outboxQuerySchema } from './outbox-schema.js';

/** So many mails are chosen one by one at most. */
export const CHOSEN_AT_MOST = 500;

const act = z.enum(['retry', 'cancel']);
/** What is done with many mails at once. */
export type OutboxAct = z.infer<typeof act>;

/** Which mail of the outbox: what its list shows for the same words. */
export const outboxFilterSchema = outboxQuerySchema
  .pick({ status: true, serverId: true, search: true })
  .strict();
export type OutboxFilter = z.infer<typeof outboxFilterSchema>;

/** What is to be done with mails that somebody chose. */
export const chosenActSchema = z
  .strictObject({ act, ids: z.array(z.uuid()).min(1).max(CHOSEN_AT_MOST) })
  .meta({ id: 'OutboxChosenAct' });
export type ChosenAct = z.infer<typeof chosenActSchema>;

/** What is to be done with all mail that fits. */
export const outboxRunActSchema = z
  .strictObject({ act, filter: outboxFilterSchema })
  .meta({ id: 'OutboxRunAct' });
export type OutboxRunAct = z.infer<typeof outboxRunActSchema>;

const tally = {
  /** Mails that it was done with. */
  done: z.int(),
  skipped: z.object({
    /** A server has it. */
    sent: z.int(),
    /** It was on its way at that moment. */
    leaving: z.int(),
    /** It is as it should be already, or somebody did something else with it meanwhile. */
    unfit: z.int(),
    /** There is no such mail. */
    gone: z.int(),
  }),
};

/** What became of an act on many mails: `done` and all of `skipped` make what was asked for. */
export const outboxTallySchema = z.object(tally).meta({ id: 'OutboxTally' });
export type OutboxTally = z.infer<typeof outboxTallySchema>;

/** How far an act on all mail that fits came. */
export const outboxRunSchema = z
  .object({
    id: z.uuid(),
    act,
    state: z.enum(['running', 'done', 'stopped']),
    /** Mails that fitted when it was asked for. */
    total: z.int(),
    ...tally,
    askedBy: z.string(),
    startedAt: z.iso.datetime(),
    endedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'OutboxRun' });
export type OutboxRunAnswer = z.infer<typeof outboxRunSchema>;

const reach = z.object({
  count: z.int(),
  /** Names of the servers concerned, at most 20; mail that was never tried has none. */
  servers: z.array(z.string()),
});

/** What each act would touch of the mail that fits, and how far the last one came. */
export const outboxSummarySchema = z
  .object({ retry: reach, cancel: reach, run: outboxRunSchema.nullable() })
  .meta({ id: 'OutboxSummary' });
export type OutboxSummary = z.infer<typeof outboxSummarySchema>;
