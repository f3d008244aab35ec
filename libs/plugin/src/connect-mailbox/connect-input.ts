import { z } from 'zod';
import { inputFault, problemShape } from '@mailroom/kernel';
import { mailHostSchema } from '@mailroom/oauth-tokens';

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

const shape = z.strictObject({
  tokenId: z.uuid().optional(),
  /** Instead of a token. Write-only. */
  password: z.string().min(1).max(1_000).optional(),
  /** Who signs in with the password, when that is not the address. */
  login: z.string().trim().min(1).max(320).optional(),
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
  imap: mailHostSchema.optional(),
  pop3: mailHostSchema.optional(),
  smtp: mailHostSchema.optional(),
});

/**
 * One mailbox, both directions: signed in to by the token of a consent, or with a password. Hosts come from the client's
 * template where `imap`, `pop3` and `smtp` say nothing else; `address` is the mailbox when it is not the one that consented
 * (a shared mailbox). With a password nobody else names hosts and address.
 */
export const connectMailboxSchema = shape
  .refine(({ tokenId, password }) => (tokenId === undefined) !== (password === undefined), {
    path: ['tokenId'],
    error: inputFault('token-or-password'),
  })
  .refine(({ password, address }) => password === undefined || address !== undefined, {
    path: ['address'],
    error: inputFault('needed-with-password'),
  })
  .refine(({ password, login }) => login === undefined || password !== undefined, {
    path: ['login'],
    error: inputFault('only-with-password'),
  })
  .meta({ id: 'ConnectMailbox' });
export type ConnectMailboxInput = z.infer<typeof connectMailboxSchema>;

/** A form that is being filled in. What is left out is nobody's fault yet. */
export const mailboxDraftSchema = shape.partial().meta({ id: 'MailboxDraft' });
export type MailboxDraft = z.infer<typeof mailboxDraftSchema>;

/** What came into being, and how its first check went; what passed is live, what did not is a draft to be mended. */
export const connectedMailboxSchema = z
  .object({
    accountId: z.uuid().nullable(),
    serverId: z.uuid().nullable(),
    checks: z.object({ account: z.array(accountStep).nullable(), server: z.array(serverStep).nullable() }),
  })
  .meta({ id: 'ConnectedMailbox' });
export type ConnectedMailbox = z.infer<typeof connectedMailboxSchema>;
