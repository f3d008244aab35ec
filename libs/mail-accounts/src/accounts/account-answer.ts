import {
  problemShape,
  shownTrust,
  shownTrustSchema,
  trustCautions,
  trustCautionsSchema,
  type Disposition,
} from '@mailroom/kernel';
import { z } from 'zod';
import { settingsOf } from './account-settings.js';
import { lastCheckSchema } from './last-check.js';
import { type MailAccount } from './mail-account.js';

const instant = z.iso.datetime().nullable();

/** How fetching goes: `waiting` where the provider asked to be left alone for a while. */
const healthSchema = z
  .object({
    state: z.enum(['ok', 'waiting', 'failing', 'never']),
    lastFetchAt: instant,
    lastSuccessAt: instant,
    failure: problemShape.extend({ at: z.iso.datetime() }).nullable(),
    nextAt: z.iso.datetime(),
    /** The instance whose session is in the mailbox right now. */
    holder: z.object({ instance: z.uuid(), host: z.string().nullable(), since: instant }).nullable(),
    notBefore: instant,
    /** It failed for days and was made a draft for that; until somebody decides. */
    setBack: z.object({ at: z.iso.datetime(), code: z.string() }).nullable(),
  })
  .meta({ id: 'AccountHealth' });

/** Mail of the account by what became of it, in a list as in its own answer counted no further than `countedTo`. */
const countsSchema = z
  .object({
    /** A count that is this much means so many or more: a long ledger is not counted through for a glance. */
    countedTo: z.int(),
    stored: z.int(),
    ignored: z.int(),
    refused: z.int(),
    quarantined: z.int(),
    oversized: z.int(),
    duplicates: z.int(),
    /** Of those in quarantine: their sender had sent too much. */
    tooFrequent: z.int(),
  })
  .meta({ id: 'AccountCounts' });

/** An account as admins see it; its password stays behind. */
export const accountSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    kind: z.enum(['imap', 'pop3']),
    host: z.string(),
    port: z.int(),
    security: z.enum(['tls', 'starttls', 'none']),
    tlsTrust: shownTrustSchema,
    cautions: trustCautionsSchema,
    login: z.string(),
    address: z.string(),
    auth: z.enum(['token', 'password']),
    tokenId: z.uuid().nullable(),
    hasPassword: z.boolean(),
    folders: z.array(z.string()),
    disposition: z.enum(['delete', 'seen', 'move', 'leave']),
    moveTo: z.string().nullable(),
    quietImport: z.boolean(),
    start: z.union([z.enum(['new', 'all']), z.object({ since: z.iso.datetime() })]),
    sizeLimitBytes: z.int(),
    batchMessages: z.int(),
    batchBytes: z.int(),
    pollSeconds: z.int(),
    push: z.boolean(),
    destination: z.string().nullable(),
    dispatching: z.enum(['account', 'recipient']),
    trustHeaders: z.boolean(),
    trustedHop: z.string().nullable(),
    trustedDomains: z.array(z.string()),
    verifyMail: z.boolean(),
    state: z.enum(['draft', 'live', 'paused', 'archived']),
    silentAfterMinutes: z.int().nullable(),
    quietAfterDays: z.int().nullable(),
    comment: z.string(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    /** Null when these settings were never tested. */
    lastCheck: lastCheckSchema.nullable(),
    health: healthSchema,
    counts: countsSchema,
  })
  .meta({ id: 'Account' });
export type Account = z.infer<typeof accountSchema>;
export type AccountCounts = z.infer<typeof countsSchema>;

/** What belongs to an account's answer besides its row. */
export interface AccountSurroundings {
  readonly counts: AccountCounts;
  /** Host name of the instance that holds the mailbox; null when it is gone. */
  readonly holderHost: string | null;
  readonly now: Date;
}

/** What stands in the row of what admins edit, as it is answered. */
export function editableAnswer(row: MailAccount) {
  const { startFrom, startSince, tlsTrust, ...settings } = settingsOf(row);
  return {
    ...settings,
    kind: row.kind,
    tlsTrust: shownTrust(tlsTrust),
    start: startFrom === 'since' ? { since: iso(startSince ?? row.createdAt) } : startFrom,
  };
}

/** The row as an answer. */
export function accountAnswer(row: MailAccount, around: AccountSurroundings): Account {
  const { id, state, sealedPassword, createdAt, updatedAt, lastCheck } = row;
  return {
    ...editableAnswer(row),
    id,
    state,
    hasPassword: sealedPassword !== null,
    cautions: trustCautions(row.security, row.tlsTrust),
    createdAt: iso(createdAt),
    updatedAt: iso(updatedAt),
    lastCheck,
    health: healthOf(row, around),
    counts: around.counts,
  };
}

/** The failure that an account stands at; null when its last fetch went well. */
export function accountFailure(
  row: Pick<MailAccount, 'failureCode' | 'failureParams' | 'failureDisposition' | 'failureAt' | 'updatedAt'>,
): {
  code: string;
  params: Record<string, string | number | boolean | null>;
  disposition: Disposition;
  at: Date;
} | null {
  if (row.failureCode === null) return null;
  return {
    code: row.failureCode,
    params: row.failureParams ?? {},
    disposition: row.failureDisposition ?? 'retry-later',
    at: row.failureAt ?? row.updatedAt,
  };
}

function healthOf(row: MailAccount, { holderHost, now }: AccountSurroundings): Account['health'] {
  const failure = accountFailure(row);
  return {
    state: healthState(row, now),
    lastFetchAt: iso(row.lastFetchAt),
    lastSuccessAt: iso(row.lastSuccessAt),
    failure: failure && { ...failure, at: iso(failure.at) },
    nextAt: iso(row.nextAt),
    holder:
      row.holder === null ? null : { instance: row.holder, host: holderHost, since: iso(row.heldSince) },
    notBefore: iso(row.notBefore),
    setBack: row.setBackAt && { at: iso(row.setBackAt), code: row.setBackCode ?? 'unexpected' },
  };
}

/** One word for how fetching goes. */
export function healthState(
  row: Pick<MailAccount, 'failureCode' | 'notBefore' | 'lastSuccessAt'>,
  now: Date,
): Account['health']['state'] {
  if (row.notBefore && row.notBefore > now) return 'waiting';
  if (row.failureCode !== null) return 'failing';
  return row.lastSuccessAt === null ? 'never' : 'ok';
}

function iso(instant: Date): string;
function iso(instant: Date | null): string | null;
function iso(instant: Date | null): string | null {
  return instant?.toISOString() ?? null;
}
