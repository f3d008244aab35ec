import { z } from 'zod';
import { problemShape } from '@mailroom/kernel';

const mailHost = z.object({
  host: z.string().trim().min(1).max(253),
  port: z.int().min(1).max(65_535),
  security: z.enum(['tls', 'starttls', 'none']),
});

const problem = problemShape.nullable();
const accountStep = z.object({
  step: z.string(),
  ok: z.boolean(),
  ms: z.int(),
  problem,
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  causes: z.array(z.string()),
});
const serverStep = accountStep.extend({ address: z.string().nullable() });

/**
 * One consent, both directions. Hosts come from the client's template where `imap`, `pop3` and `smtp` say nothing else;
 * `address` is the mailbox when it is not the one that consented (a shared mailbox).
 */
export const connectMailboxSchema = z
  .strictObject({
    tokenId: z.uuid(),
    name: z.string().trim().min(1).max(200),
    address: z.email().max(320).optional(),
    incoming: z
      .strictObject({
        /** IMAP where nothing is said. */
        kind: z.enum(['imap', 'pop3']).optional(),
        folders: z.array(z.string().trim().min(1).max(255)).min(1).max(50).optional(),
        disposition: z.enum(['delete', 'seen', 'move', 'leave']),
        moveTo: z.string().trim().min(1).max(255).optional(),
        start: z.union([z.enum(['new', 'all']), z.strictObject({ since: z.iso.datetime({ offset: true }) })]),
        /** Mail of the time before arrives as history: nobody is answered or told. */
        quietImport: z.boolean().optional(),
      })
      .nullable(),
    outgoing: z.strictObject({ fromFilter: z.string().max(8_000).optional() }).nullable(),
    destination: z.string().max(255).optional(),
    imap: mailHost.optional(),
    pop3: mailHost.optional(),
    smtp: mailHost.optional(),
  })
  .meta({ id: 'ConnectMailbox' });
export type ConnectMailboxInput = z.infer<typeof connectMailboxSchema>;

/** What came into being, and how its first check went; what passed is live, what did not is a draft to be mended. */
export const connectedMailboxSchema = z
  .object({
    accountId: z.uuid().nullable(),
    serverId: z.uuid().nullable(),
    checks: z.object({ account: z.array(accountStep).nullable(), server: z.array(serverStep).nullable() }),
  })
  .meta({ id: 'ConnectedMailbox' });
export type ConnectedMailbox = z.infer<typeof connectedMailboxSchema>;
