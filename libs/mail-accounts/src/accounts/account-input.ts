import { isIP } from 'node:net';
import { Edition, inputFault, normalAddress, normalDomain, tlsTrustSchema } from '@mailroom/kernel';
import { z } from 'zod';

const MEBIBYTE = 1_048_576;
const line = z
  .string()
  .trim()
  .min(1)
  .regex(/^\P{Cc}*$/u, inputFault('not-one-line'));

const host = line.max(253).transform((text, context) => {
  const name = text.replace(/^\[(.*)\]$/, '$1').toLowerCase();
  const normal = isIP(name) ? name : normalDomain(name);
  if (normal === null) context.addIssue(inputFault('no-host'));
  return normal ?? z.NEVER;
});

const address = line.max(320).transform((text, context) => {
  try {
    return normalAddress(text);
  } catch {
    context.addIssue(inputFault('no-address'));
    return z.NEVER;
  }
});

const domain = line.max(253).transform((text, context) => {
  const normal = normalDomain(text);
  if (normal === null) context.addIssue(inputFault('no-domain'));
  return normal ?? z.NEVER;
});

const trustedHop = line.max(253).transform((text, context) => {
  const below = text.startsWith('*.');
  const normal = normalDomain(below ? text.slice(2) : text);
  if (normal === null) context.addIssue(inputFault('no-host-or-below'));
  return normal === null ? z.NEVER : `${below ? '*.' : ''}${normal}`;
});

const settings = {
  name: line.max(200),
  /** How mail is fetched; IMAP where nothing is said. POP3 has one folder, no push, and leaves mail or deletes it. */
  kind: z.enum(['imap', 'pop3']),
  host,
  port: z.int().min(1).max(65_535),
  security: z.enum(['tls', 'starttls', 'none']),
  /** Whose certificates are believed; left out: those that every browser believes. */
  tlsTrust: tlsTrustSchema,
  /** The mailbox to open: with a token it may be a shared one that the token's owner has a right to. */
  login: line.max(320),
  /** The mailbox's own address; the login where nothing is said. */
  address,
  auth: z.enum(['token', 'password']),
  tokenId: z.uuid().nullable(),
  /** Write-only: no answer ever holds it. */
  password: z.string().min(1).max(4_096),
  /** The folders to fetch, as the server writes them; the first is listened to, the others are polled. */
  folders: z
    .array(line.max(255))
    .min(1)
    .max(50)
    .refine((names) => new Set(names).size === names.length, inputFault('twice')),
  disposition: z.enum(['delete', 'seen', 'move', 'leave']),
  moveTo: line.max(255).nullable(),
  /** Which mail counts at the first fetch, and after the account was pointed at another mailbox. */
  start: z.union([z.enum(['new', 'all']), z.strictObject({ since: z.iso.datetime({ offset: true }) })]),
  /** Mail of the time before the account went live arrives as history: nobody is answered or told. */
  quietImport: z.boolean(),
  /** Larger mail stays on the server and is named on the account. */
  sizeLimitBytes: z
    .int()
    .min(MEBIBYTE / 16)
    .max(150 * MEBIBYTE),
  /** Mails that one turn takes, and bytes, before others get theirs. */
  batchMessages: z.int().min(1).max(10_000),
  batchBytes: z
    .int()
    .min(MEBIBYTE)
    .max(1_024 * MEBIBYTE),
  pollSeconds: z.int().min(10).max(86_400),
  /** Stay connected and hear of new mail at once (IDLE). */
  push: z.boolean(),
  destination: line.max(255).nullable(),
  /** Warn when nothing has been fetched for so long although nothing failed; 0 never, null derived from the poll interval. */
  silentAfterMinutes: z.union([z.literal(0), z.int().min(10).max(43_200)]).nullable(),
  /** Warn when no mail has come for so long; null never. */
  quietAfterDays: z.int().min(1).max(365).nullable(),
  /** By what a mail's destination is chosen; `recipient` falls back to `destination`. */
  dispatching: z.enum(['account', 'recipient']),
  /** Control headers (X-Mailroom-Queue and so on) count where somebody vouches for them. */
  trustHeaders: z.boolean(),
  /** The mail server whose Received and Authentication-Results are believed: a name, or `*.domain`. */
  trustedHop: trustedHop.nullable(),
  /** Where there are any, control headers count only in mail that passed DMARC for one of them. */
  trustedDomains: z.array(domain).max(100),
  /** Check SPF, DKIM, DMARC and ARC of what comes in. */
  verifyMail: z.boolean(),
  comment: z.string().max(4_000),
};
const optional = z.object(settings).partial().shape;

/** An account to set up. It starts as a draft; what happens to fetched mail and which mail counts must be said. */
export const newAccountSchema = z
  .strictObject({
    ...optional,
    name: settings.name,
    host: settings.host,
    port: settings.port,
    security: settings.security,
    login: settings.login,
    auth: settings.auth,
    disposition: settings.disposition,
    start: settings.start,
  })
  .meta({ id: 'NewAccount' });
export type NewAccount = z.infer<typeof newAccountSchema>;

/** What changes; the rest stays. Another host, port, security or trust demands the password or the token again. */
export const accountChangesSchema = z.strictObject(settings).partial().meta({ id: 'AccountChanges' });
export type AccountChanges = z.infer<typeof accountChangesSchema>;

/** What of an account is edited. */
export const accountEdition = new Edition(accountChangesSchema.shape);

/** Values under edit. With `id` what is left out, the stored password too, is that account's. */
export const accountTrialSchema = z
  .strictObject({
    ...optional,
    id: z.uuid().optional(),
    host: settings.host,
    port: settings.port,
    security: settings.security,
    login: settings.login,
    auth: settings.auth,
  })
  .meta({ id: 'AccountTrial' });
export type AccountTrial = z.infer<typeof accountTrialSchema>;

/** A form that is being filled in. What is left out is nobody's fault yet; with `id` it is that account's. */
export const accountDraftSchema = z
  .strictObject({ ...settings, id: z.uuid() })
  .partial()
  .meta({ id: 'AccountDraft' });
export type AccountDraft = z.infer<typeof accountDraftSchema>;

/** Where the state of an account should go. */
export const accountStateSchema = z
  .strictObject({ state: z.enum(['draft', 'live', 'paused', 'archived']) })
  .meta({ id: 'AccountStateChange' });
export type AccountStateChange = z.infer<typeof accountStateSchema>;
