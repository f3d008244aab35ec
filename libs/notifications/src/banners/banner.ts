import { z } from 'zod';

const actionSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('reconnect'), tokenId: z.uuid(), path: z.string() }),
    z.object({ kind: z.literal('open'), path: z.string() }),
  ])
  .meta({ id: 'BannerAction' });

const kindSchema = z.enum([
  'client-failing',
  'secret-expired',
  'certificate-expired',
  'refresh-token-expired',
  'token-disconnected',
  'admin-action-needed',
  'account-not-fetching',
  'mailbox-silent',
  'account-set-back',
  'server-failing',
  'outbox-stuck',
  'mail-without-server',
  'provider-not-answering',
  'host-clock-wrong',
  'account-throttled',
  'secret-expiring',
  'certificate-expiring',
  'refresh-token-idle',
  'token-expired',
  'quarantine-not-empty',
  'mailbox-quiet',
]);
const severitySchema = z.enum(['critical', 'warning']);
const paramsSchema = z.record(z.string(), z.string().nullable());

/** A banner as the API answers it. */
export const bannerSchema = z
  .object({
    kind: kindSchema,
    cause: z.string(),
    severity: severitySchema,
    params: paramsSchema,
    action: actionSchema,
    firstSeenAt: z.iso.datetime(),
  })
  .meta({ id: 'Banner' });

/** Everything there is to warn about just now. */
export const bannerListSchema = z.object({ items: z.array(bannerSchema) }).meta({ id: 'BannerList' });

export type BannerJson = z.infer<typeof bannerSchema>;

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
}

/** A finding and when somebody first could have read it. */
export interface Banner extends Finding {
  readonly firstSeenAt: Date;
}

/** A banner as the API answers it. */
export function bannerJson({ kind, cause, severity, params, action, firstSeenAt }: Banner): BannerJson {
  return { kind, cause, severity, params, action, firstSeenAt: firstSeenAt.toISOString() };
}
