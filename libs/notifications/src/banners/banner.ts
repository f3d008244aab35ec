import { z } from 'zod';

const actionSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('reconnect'), tokenId: z.uuid(), path: z.string() }),
    z.object({ kind: z.literal('open'), path: z.string() }),
  ])
  .meta({ id: 'BannerAction' });

export const kindSchema = z.enum([
  'client-failing',
  'secret-expired',
  'certificate-expired',
  'refresh-token-expired',
  'token-disconnected',
  'admin-action-needed',
  'mail-host-failing',
  'account-not-fetching',
  'mailbox-silent',
  'account-set-back',
  'server-failing',
  'outbox-stuck',
  'mail-without-server',
  'personal-mailbox-signed-out',
  'provider-not-answering',
  'host-clock-wrong',
  'mail-host-throttling',
  'account-throttled',
  'secret-expiring',
  'certificate-expiring',
  'refresh-token-idle',
  'token-expired',
  'quarantine-not-empty',
  'sent-copies-failing',
  'webhook-paused',
  'mailbox-quiet',
]);
export const severitySchema = z.enum(['critical', 'warning']);
export const paramsSchema = z.record(z.string(), z.string().nullable());

/** That somebody lets a banner sleep. */
export const snoozeSchema = z
  .object({ until: z.iso.datetime(), at: z.iso.datetime(), by: z.string(), reason: z.string() })
  .meta({ id: 'BannerSnooze' });

/** A banner as the API answers it. */
export const bannerSchema = z
  .object({
    kind: kindSchema,
    cause: z.string(),
    severity: severitySchema,
    params: paramsSchema,
    action: actionSchema,
    firstSeenAt: z.iso.datetime(),
    /** Who lets it sleep, until when and why; null for one that is awake. */
    snooze: snoozeSchema.nullable(),
  })
  .meta({ id: 'Banner' });

/** Everything there is to warn about just now. */
export const bannerListSchema = z
  .object({
    items: z.array(bannerSchema),
    /** What sleeps until somebody or something wakes it. */
    snoozed: z.array(bannerSchema),
  })
  .meta({ id: 'BannerList' });
export type BannerListJson = z.infer<typeof bannerListSchema>;

type BannerJson = z.infer<typeof bannerSchema>;
type BannerSnoozeJson = z.infer<typeof snoozeSchema>;

/** What there is to warn about, from the most to the least urgent. */
export type BannerKind = z.infer<typeof kindSchema>;

/** All kinds, in that order. */
export const bannerKinds: readonly BannerKind[] = kindSchema.options;

/** The one thing that helps: connect a token again, or look at a page. `path` is below the mount. */
export type BannerAction = z.infer<typeof actionSchema>;

/** What a rule found in the health of the moment. Sentences are made of `kind` and `params` where people read. */
export interface Finding {
  readonly kind: BannerKind;
  /**
   * What is ill, `token:<id>`, `account:<id>`, `client:<id>`, `secret:<id>`, `server:<id>`, …: there is one banner for
   * it, however many rules it breaks. Where people are to be told anew as a day comes nearer, the step is part of it:
   * `secret:<id>:7`.
   */
  readonly cause: string;
  /** `critical`: mail is held up now. `warning`: it will be, or somebody asked to be told. */
  readonly severity: z.infer<typeof severitySchema>;
  /** Names, instants (ISO 8601) and problem codes; nothing secret. */
  readonly params: Readonly<z.infer<typeof paramsSchema>>;
  readonly action: BannerAction;
  /** How far it reaches, where that can be counted: mails, mailboxes. What sleeps wakes when this doubles. */
  readonly extent?: number;
  /** What must not carry the news of it: `server:<id>`, `token:<id>`, `client:<id>`. */
  readonly concerns?: readonly string[];
  /** The address of who alone can mend it, and is written to in words of their own: never through what it concerns. */
  readonly addressee?: string;
}

/** That somebody lets a banner sleep. */
export interface Snooze {
  readonly until: Date;
  readonly at: Date;
  readonly by: string;
  readonly reason: string;
}

/** A finding and when somebody first could have read it. */
export interface Banner extends Finding {
  readonly firstSeenAt: Date;
  /** Null for one that is awake. */
  readonly snooze: Snooze | null;
}

/** Banners as the API answers them: those that are awake, and those that sleep. */
export function bannerListJson(banners: readonly Banner[]): BannerListJson {
  return {
    items: banners.filter(({ snooze }) => snooze === null).map(bannerJson),
    snoozed: banners.filter(({ snooze }) => snooze !== null).map(bannerJson),
  };
}

function bannerJson({ kind, cause, severity, params, action, firstSeenAt, snooze }: Banner): BannerJson {
  const shown = snooze && snoozeJson(snooze);
  return { kind, cause, severity, params, action, firstSeenAt: firstSeenAt.toISOString(), snooze: shown };
}

/** A snooze as the API answers it. */
export function snoozeJson({ until, at, by, reason }: Snooze): BannerSnoozeJson {
  return { until: until.toISOString(), at: at.toISOString(), by, reason };
}
