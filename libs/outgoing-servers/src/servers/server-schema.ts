import { isIP } from 'node:net';
import { z } from 'zod';
import {
  Edition,
  inputFault,
  normalDomain,
  problemShape,
  shownTrustSchema,
  tlsTrustSchema,
  trustCautionsSchema,
} from '@mailroom/kernel';

const host = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .refine((text) => isIP(text) > 0 || normalDomain(text) !== null, inputFault('no-host'));
const state = z.enum(['draft', 'live', 'paused', 'archived']);

/** Mails, recipients or bytes; null is no limit. */
const limit = (most: number) => z.int().min(1).max(most).nullable();
/** Whom the server belongs to: `id` as the host knows them. */
const owner = z
  .strictObject({ id: z.string().trim().min(1).max(255), name: z.string().trim().max(200) })
  .nullable();

const settings = {
  name: z.string().trim().min(1).max(200),
  host,
  port: z.int().min(1).max(65_535),
  security: z.enum(['tls', 'starttls', 'none']),
  tlsTrust: tlsTrustSchema,
  auth: z.enum(['none', 'password', 'token']),
  login: z.string().trim().max(320),
  password: z.string().min(1).max(4_096).optional(),
  tokenId: z.uuid().nullable(),
  fromFilter: z.string().max(8_000),
  priority: z.int().min(0).max(10_000),
  purpose: z.enum(['transactional', 'bulk']),
  owner,
  isFallback: z.boolean(),
  sizeLimitBytes: limit(1_073_741_824),
  ratePerMinute: limit(1_000_000),
  ratePerHour: limit(1_000_000),
  ratePerDay: limit(10_000_000),
  recipientsPerDay: limit(10_000_000),
  connections: z.int().min(1).max(50),
  saveToSent: z.boolean(),
  comment: z.string().max(4_000),
};

/**
 * A new server. Without `fromFilter` it sends for its login alone; the empty filter takes any sender. Limits that are not
 * named are those of the provider, where its host tells who that is.
 */
export const newServerSchema = z
  .object({
    ...settings,
    tlsTrust: settings.tlsTrust.optional(),
    login: settings.login.default(''),
    tokenId: settings.tokenId.default(null),
    fromFilter: settings.fromFilter.optional(),
    priority: settings.priority.default(10),
    purpose: settings.purpose.optional(),
    owner: settings.owner.optional(),
    isFallback: settings.isFallback.default(false),
    sizeLimitBytes: settings.sizeLimitBytes.optional(),
    ratePerMinute: settings.ratePerMinute.optional(),
    ratePerHour: settings.ratePerHour.optional(),
    ratePerDay: settings.ratePerDay.optional(),
    recipientsPerDay: settings.recipientsPerDay.optional(),
    connections: settings.connections.optional(),
    saveToSent: settings.saveToSent.optional(),
    comment: settings.comment.default(''),
    state: z.enum(['draft', 'live']).default('draft'),
  })
  .meta({ id: 'NewServer' });

/** What changes; the rest stays. Another host, port, security or trust demands the password or the token again. */
export const serverChangeSchema = z.object(settings).partial().meta({ id: 'ServerChange' });

/** What of a server is edited. */
export const serverEdition = new Edition(serverChangeSchema.shape);

/** Values under edit. With `id` the stored password of that server is used where none is typed and the origin is the same. */
export const serverTrialSchema = z
  .object({
    id: z.uuid().optional(),
    ...settings,
    name: settings.name.optional(),
    tlsTrust: settings.tlsTrust.optional(),
    login: settings.login.default(''),
    tokenId: settings.tokenId.default(null),
    fromFilter: settings.fromFilter.optional(),
  })
  .pick({
    id: true,
    host: true,
    port: true,
    security: true,
    tlsTrust: true,
    auth: true,
    login: true,
    password: true,
    tokenId: true,
    fromFilter: true,
  })
  .meta({ id: 'ServerTrial' });

/** A form that is being filled in: anything may still be empty. */
export const serverDraftSchema = z
  .object({
    name: settings.name.optional(),
    host: z.literal('').or(host).default(''),
    port: z.literal(0).or(settings.port).default(0),
    security: settings.security.default('starttls'),
    auth: settings.auth.default('password'),
    login: settings.login.default(''),
    hasPassword: z.boolean().default(false),
    fromFilter: settings.fromFilter.default(''),
    priority: settings.priority.optional(),
    purpose: settings.purpose.default('transactional'),
    owner: settings.owner.default(null),
    isFallback: z.boolean().default(false),
    sizeLimitBytes: settings.sizeLimitBytes.optional(),
    ratePerMinute: settings.ratePerMinute.optional(),
    ratePerHour: settings.ratePerHour.optional(),
    ratePerDay: settings.ratePerDay.optional(),
    recipientsPerDay: settings.recipientsPerDay.optional(),
    connections: settings.connections.optional(),
    saveToSent: z.boolean().default(false),
    comment: settings.comment.optional(),
  })
  .meta({ id: 'ServerDraft' });

/** What is wrong with it so far, and what the provider allows. */
export const serverFindingsSchema = z
  .object({
    findings: z.array(z.object({ field: z.string(), code: z.string(), params: problemShape.shape.params })),
    limits: z.object({
      ratePerMinute: z.int().nullable(),
      ratePerHour: z.int().nullable(),
      ratePerDay: z.int().nullable(),
      recipientsPerDay: z.int().nullable(),
      connections: z.int(),
    }),
    proposedFilter: z.string(),
  })
  .meta({ id: 'ServerFindings' });

/** Every server once, in the order in which they are asked. */
export const serverOrderSchema = z.object({ ids: z.array(z.uuid()).max(10_000) }).meta({ id: 'ServerOrder' });

/** How many places later in the order a server is to be asked; negative: earlier. */
export const serverMoveSchema = z.object({ by: z.int().min(-10_000).max(10_000) }).meta({ id: 'ServerMove' });

/** To whom a test mail goes. */
export const testMailSchema = z
  .object({ to: z.string().trim().min(3).max(1_000) })
  .meta({ id: 'TestMailWish' });

/** The test mail in the outbox. */
export const testMailAnswerSchema = z
  .object({ id: z.uuid(), messageId: z.string() })
  .meta({ id: 'TestMail' });

/** Where the state of a server should go. */
export const serverStateSchema = z.object({ state }).meta({ id: 'ServerStateChange' });

const problem = problemShape.extend({ at: z.iso.datetime() });

/** A server as the API answers it: secrets go in and never come out. */
export const serverJsonSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    host: z.string(),
    port: z.int(),
    security: settings.security,
    tlsTrust: shownTrustSchema,
    cautions: trustCautionsSchema,
    auth: settings.auth,
    login: z.string(),
    hasPassword: z.boolean(),
    tokenId: z.uuid().nullable(),
    fromFilter: z.string(),
    priority: z.int(),
    purpose: settings.purpose,
    owner: z.object({ id: z.string(), name: z.string() }).nullable(),
    isFallback: z.boolean(),
    sizeLimitBytes: z.int().nullable(),
    ratePerMinute: z.int().nullable(),
    ratePerHour: z.int().nullable(),
    ratePerDay: z.int().nullable(),
    recipientsPerDay: z.int().nullable(),
    connections: z.int(),
    saveToSent: z.boolean(),
    state,
    comment: z.string(),
    health: z.object({
      state: z.enum(['ok', 'failing', 'never']),
      lastSuccessAt: z.iso.datetime().nullable(),
      failure: problem.nullable(),
      notBefore: z.iso.datetime().nullable(),
      queued: z.int(),
      failed: z.int(),
      oldestQueuedAt: z.iso.datetime().nullable(),
      /** Copies of mail that left which could not be put into Sent for an hour, or were given up; null: none. */
      missingCopies: z
        .object({
          copies: z.int(),
          givenUp: z.int(),
          since: z.iso.datetime(),
          mailbox: z.string(),
          code: z.string().nullable(),
        })
        .nullable(),
    }),
  })
  .meta({ id: 'Server' });

/** All servers. */
export type NewServer = z.infer<typeof newServerSchema>;
export type ServerChange = z.infer<typeof serverChangeSchema>;
export type ServerTrial = z.infer<typeof serverTrialSchema>;
export type ServerStateChange = z.infer<typeof serverStateSchema>;
export type ServerJson = z.infer<typeof serverJsonSchema>;
export type ServerDraft = z.infer<typeof serverDraftSchema>;
export type ServerFindings = z.infer<typeof serverFindingsSchema>;
export type TestMailWish = z.infer<typeof testMailSchema>;
export type TestMailAnswer = z.infer<typeof testMailAnswerSchema>;
export type ServerOrderWish = z.infer<typeof serverOrderSchema>;
export type ServerMove = z.infer<typeof serverMoveSchema>;
