import { z } from 'zod';

/** What stands between somebody and their mailbox, in the words of whoever has to do something about it. */
export const mailboxTroubles = ['reconnect', 'ask-admin', 'passing'] as const;

/** A mailbox that somebody sends from, as its owner sees it: nothing of servers, tokens and registrations. */
export const ownMailboxSchema = z
  .object({
    id: z.uuid(),
    address: z.string(),
    /** Draft until it was seen to work; paused and archived by an admin only. */
    state: z.enum(['draft', 'live', 'paused', 'archived']),
    trouble: z.enum(mailboxTroubles).nullable(),
    lastSentAt: z.iso.datetime().nullable(),
    /** Mails of theirs that wait to leave from it. */
    waiting: z.int(),
    /** So many recipients get mail within a minute; what is more waits. Null is no limit. */
    ratePerMinute: z.int().nullable(),
    /** Its provider can be asked again for consent. */
    canReconnect: z.boolean(),
  })
  .meta({ id: 'OwnMailbox' });

/** How a mailbox of somebody's own is doing, as `OwnMailboxes.of` answers it. Times are ISO 8601 in UTC. */
export type OwnMailbox = z.infer<typeof ownMailboxSchema>;

/** Everything that somebody who is no admin is told of the mail room. */
export const ownMailboxesSchema = z
  .object({
    name: z.string(),
    helpdesk: z.string(),
    mailboxes: z.array(ownMailboxSchema),
    providers: z.array(
      z.object({ id: z.uuid(), name: z.string(), provider: z.enum(['microsoft', 'google', 'standard']) }),
    ),
    /** There is room for another one. */
    mayConnect: z.boolean(),
  })
  .meta({ id: 'OwnMailboxes' });
export type OwnMailboxesAnswer = z.infer<typeof ownMailboxesSchema>;

/** Whom to ask: who somebody is and where mail leaves is nothing that they say themselves. */
export const ownAuthorizationSchema = z
  .strictObject({ clientId: z.uuid() })
  .meta({ id: 'OwnAuthorizationWish' });
export type OwnAuthorizationWish = z.infer<typeof ownAuthorizationSchema>;

/** How a trip to the provider ended. */
export const ownAuthorizationStateSchema = z
  .object({
    id: z.uuid(),
    state: z.enum(['begun', 'completed', 'failed']),
    problem: z
      .object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })
      .nullable(),
  })
  .meta({ id: 'OwnAuthorization' });
export type OwnAuthorization = z.infer<typeof ownAuthorizationStateSchema>;

/** How far a try got, and the mailbox after it. */
export const ownCheckSchema = z
  .object({
    steps: z.array(
      z.object({
        step: z.enum(['resolve', 'connect', 'sign-in', 'sender', 'recipient', 'data']),
        ok: z.boolean(),
      }),
    ),
    mailbox: ownMailboxSchema,
  })
  .meta({ id: 'OwnCheck' });
export type OwnCheck = z.infer<typeof ownCheckSchema>;

/** The mail that is on its way to the mailbox itself. */
export const ownTestMailSchema = z.object({ to: z.string() }).meta({ id: 'OwnTestMail' });
export type OwnTestMail = z.infer<typeof ownTestMailSchema>;
