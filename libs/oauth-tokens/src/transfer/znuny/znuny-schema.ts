import { z } from 'zod';

// Perl knows no difference between 1 and '1', so neither does what it exports.
const text = z
  .union([z.string(), z.number(), z.boolean().transform(Number)])
  .transform((value) => String(value).trim());
const texts = z.record(
  z.string(),
  text.nullable().transform((value) => value ?? ''),
);
const switched = text.transform((value) => value !== '' && value !== '0');

const requestSchema = z.looseObject({
  Request: z
    .looseObject({
      URL: text.optional(),
      Parameters: texts.nullish(),
      AutofilledParametersMapping: texts.nullish(),
    })
    .optional(),
  Response: z.looseObject({ ParametersMapping: texts.nullish() }).nullish(),
});
export type ZnunyRequest = z.infer<typeof requestSchema>;

/** The requests that Znuny knows. */
export const znunyRequests = [
  'AuthorizationCode',
  'TokenByAuthorizationCode',
  'TokenByRefreshToken',
  'TokenByClientCredentials',
] as const;
export type ZnunyRequestName = (typeof znunyRequests)[number];

/** One token configuration, as Znuny 6.3 and later export it. Files from before `AuthFlow` are authorization code. */
export const znunyEntrySchema = z.looseObject({
  Name: text.pipe(z.string().min(1).max(250)),
  ValidID: text.optional(),
  Config: z.looseObject({
    AuthFlow: z.enum(['AuthorizationCode', 'ClientCredentials']).default('AuthorizationCode'),
    TemplateName: text.nullish(),
    ClientID: text.pipe(z.string().min(1).max(500)),
    ClientSecret: text.nullish(),
    Scope: text.nullish(),
    Notifications: z
      .looseObject({
        NotifyOnExpiredToken: switched.optional(),
        NotifyOnExpiredRefreshToken: switched.optional(),
      })
      .nullish(),
    Requests: z.looseObject({
      AuthorizationCode: requestSchema.optional(),
      TokenByAuthorizationCode: requestSchema.optional(),
      TokenByRefreshToken: requestSchema.optional(),
      TokenByClientCredentials: requestSchema.optional(),
    }),
  }),
});
export type ZnunyEntry = z.infer<typeof znunyEntrySchema>;
export type ZnunyConfig = ZnunyEntry['Config'];
