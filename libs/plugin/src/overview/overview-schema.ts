import { z } from 'zod';

const mails = z.int();

export const mailFlowQuerySchema = z.object({ by: z.enum(['hour', 'day']).default('hour') });
export type MailFlowQuery = z.infer<typeof mailFlowQuerySchema>;

/** Mail in and out by hour (of 48) or by day (of 30), UTC, oldest first, none left out. */
export const mailFlowSchema = z
  .object({
    by: z.enum(['hour', 'day']),
    items: z.array(
      z.object({
        from: z.iso.datetime(),
        /** In, and stored by the helpdesk. */
        stored: mails,
        /** In, and waiting for another try or for an admin. */
        held: mails,
        /** In, and left aside on purpose: ignored, refused, duplicates, thrown away. */
        aside: mails,
        /** Out; what bounced afterwards is among them. */
        sent: mails,
        /** Could not leave, and nobody has taken them up again. */
        failed: mails,
      }),
    ),
  })
  .meta({ id: 'MailFlow' });
export type MailFlowAnswer = z.infer<typeof mailFlowSchema>;

/** What there is and what needs somebody, in figures. Mails are counted no further than `countedTo`. */
export const totalsSchema = z
  .object({
    countedTo: z.int(),
    accounts: z.object({
      total: z.int(),
      live: z.int(),
      /** Live ones that fail or have mail in quarantine. */
      attention: z.int(),
      /** Mails that the helpdesk stored. */
      stored: z.int(),
    }),
    servers: z.object({
      total: z.int(),
      /** Live ones that fail. */
      failing: z.int(),
      /** Mails that wait to leave, and those that gave up. */
      queued: z.int(),
      failed: z.int(),
    }),
  })
  .meta({ id: 'Totals' });
export type Totals = z.infer<typeof totalsSchema>;

const instanceSchema = z
  .object({
    id: z.uuid(),
    /** The machine's name, and the number of the process on it. */
    host: z.string(),
    process: z.int(),
    startedAt: z.iso.datetime(),
    /** Seconds since it was last seen. */
    silentSeconds: z.int(),
    /** False after 15 seconds of silence: others may take over what it held. */
    alive: z.boolean(),
    /** The one that answered. */
    self: z.boolean(),
    /** Mailboxes it watches. */
    sessions: z.int(),
    /** The first twenty of them by name. */
    accounts: z.array(z.object({ id: z.uuid(), name: z.string() })),
    /** Mails it is sending just now. */
    sending: z.int(),
  })
  .meta({ id: 'Instance' });

/** The processes that fetch and send, the oldest first; `waiting` accounts are due and watched by none. */
export const instanceListSchema = z
  .object({ items: z.array(instanceSchema), waiting: z.int() })
  .meta({ id: 'InstanceList' });
export type InstanceList = z.infer<typeof instanceListSchema>;
