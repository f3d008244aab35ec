import { providerSentences } from './words.js';

/** What a provider's code means, what the admin should do, and where the repository says more. */
export interface ProviderFailure {
  readonly says: string;
  readonly cure?: string;
  /** A file below `docs/`. */
  readonly doc?: string | undefined;
}

type Meaning = keyof typeof providerSentences;

const MICROSOFT = 'providers/microsoft-365.md';
const GOOGLE = 'providers/google.md';
const CUSTOM = 'providers/custom.md';
const OPERATIONS = 'operations.md';

/** Numbers of Microsoft, `AADSTS…`, by what they mean. */
const MICROSOFT_NUMBERS: readonly (readonly [Meaning, readonly number[]])[] = [
  ['password-changed', [50173]],
  ['ninety-days-unused', [700082]],
  ['grant-expired', [70008, 70000]],
  ['sign-in-frequency', [70043]],
  ['multi-factor', [50076, 50079, 50074, 50072, 50078]],
  ['consent-withdrawn', [65001]],
  ['session-over', [50132, 50133, 50089, 50085, 700020]],
  ['single-page-application', [700084]],
  ['password-expired', [50055, 50144]],
  ['finished-twice', [54005, 501481]],
  ['account-of-another-tenant', [50020, 90072]],
  ['account-missing', [50034]],
  ['device-code-expired', [70019, 70020]],
  ['conditional-access', [53000, 53001, 53002, 53003, 530032, 530035, 50131, 50005]],
  ['not-assigned', [50105]],
  ['admin-consent-needed', [90094, 90095]],
  ['consent-declined', [65004]],
  ['account-disabled', [50057]],
  ['account-locked', [50053]],
  ['service-missing', [500011, 650052]],
  ['application-incomplete', [650056]],
  ['secret-expired', [7000222]],
  ['secret-wrong', [7000215]],
  ['application-missing', [700016, 700011, 70001, 7000112]],
  ['proof-missing', [7000218]],
  ['client-is-public', [700025]],
  ['certificate-refused', [700027, 50012, 50013, 700021, 7000212, 7000213]],
  ['assertion-out-of-time', [700024]],
  ['redirect-uri-unknown', [50011]],
  ['one-tenant-only', [50194]],
  ['tenant-missing', [90002, 900023]],
  ['endpoint-does-not-fit', [9001023, 90130]],
  ['scope-refused-by-microsoft', [28000, 28002, 28003, 70011, 700022, 700023, 650053, 650057, 65005]],
  ['request-malformed', [900144, 9002313]],
  ['code-of-another-tenant', [700005]],
  ['grant-type-forbidden', [70003]],
  ['device-code-mistyped', [70018]],
  [
    'microsoft-in-trouble',
    [
      50033, 50087, 50088, 50166, 70012, 80001, 80002, 80005, 80007, 90006, 90012, 90024, 90033, 90055, 90090,
      40010,
    ],
  ],
  ['asked-too-often', [50196]],
  ['device-code-awaited', [70016]],
];

/** Codes by what they mean, and where more is said. */
const CODES: readonly (readonly [Meaning, readonly string[], string?])[] = [
  ['ninety-days-unused', ['microsoft-ninety-days-unused'], MICROSOFT],
  ['google-testing', ['google-testing-seven-days'], GOOGLE],
  ['six-months-unused', ['google-six-months-unused'], GOOGLE],
  ['google-session-control', ['invalid_rapt', 'rapt_required'], GOOGLE],
  ['google-policy', ['admin_policy_enforced'], GOOGLE],
  ['google-client-deleted', ['deleted_client', 'disabled_client'], GOOGLE],
  ['google-redirect-uri', ['redirect_uri_mismatch'], GOOGLE],
  ['google-internal', ['org_internal'], GOOGLE],
  ['google-in-trouble', ['internal_failure', 'rate_limit_exceeded'], GOOGLE],
  ['grant-invalid', ['invalid_grant'], CUSTOM],
  ['client-invalid', ['invalid_client'], CUSTOM],
  ['client-not-authorised', ['unauthorized_client'], CUSTOM],
  [
    'request-not-understood',
    ['invalid_request', 'unsupported_grant_type', 'unsupported_response_type'],
    CUSTOM,
  ],
  ['scope-not-given', ['invalid_scope', 'invalid_resource', 'invalid_target'], CUSTOM],
  [
    'sign-in-again',
    [
      'interaction_required',
      'login_required',
      'account_selection_required',
      'unmet_authentication_requirements',
    ],
    CUSTOM,
  ],
  ['consent-again', ['consent_required'], CUSTOM],
  ['access-declined', ['access_denied', 'authorization_declined'], CUSTOM],
  ['device-code-over', ['expired_token'], CUSTOM],
  ['device-code-mistyped', ['bad_verification_code'], CUSTOM],
  ['device-code-awaited', ['authorization_pending', 'slow_down'], CUSTOM],
  ['provider-in-trouble', ['temporarily_unavailable', 'server_error'], CUSTOM],

  // Those that Mailroom gives itself, where a provider says too little.
  ['clock-differs', ['clock-differs'], OPERATIONS],
  ['refresh-answer-lost', ['refresh-answer-lost'], CUSTOM],
  ['another-subject', ['another-subject'], CUSTOM],
  ['disconnected', ['disconnected']],
  ['signing-key-missing', ['signing-key-missing']],
  ['token-endpoint-changed', ['token-endpoint-changed']],
  ['secret-unreadable', ['secret-unreadable'], OPERATIONS],
  ['encryption-key-missing', ['encryption-key-missing'], OPERATIONS],
];

const numbered = MICROSOFT_NUMBERS.map(
  ([meaning, numbers]) => [meaning, numbers.map((number) => `AADSTS${number}`), MICROSOFT] as const,
);

/** Every code of providers that Mailroom knows, and those it gives itself where a provider says too little. */
export const providerFailures: Readonly<Record<string, ProviderFailure>> = Object.fromEntries(
  [...numbered, ...CODES].flatMap(([meaning, codes, doc]) =>
    codes.map((code) => [code, { ...providerSentences[meaning], doc }] as const),
  ),
);
