import { randomUUID } from 'node:crypto';

/** How Microsoft answers with one of its numbers: OAuth2 error, HTTP status, suberror where there is one, the sentence. */
interface Known {
  readonly error: string;
  readonly status: number;
  readonly suberror?: string;
  readonly text: string;
}

const grant = (text: string, suberror?: string): Known => ({
  error: 'invalid_grant',
  status: 400,
  text,
  ...(suberror ? { suberror } : {}),
});
const client = (text: string, error = 'invalid_client', status = 401): Known => ({ error, status, text });
const later = (text: string, status = 503): Known => ({ error: 'temporarily_unavailable', status, text });

const known: Readonly<Record<number, Known>> = {
  50173: grant(
    'The provided grant has expired due to it being revoked, a fresh auth token is needed.',
    'bad_token',
  ),
  700082: grant('The refresh token has expired due to inactivity.', 'bad_token'),
  70008: grant('The provided authorization code or refresh token has expired due to inactivity.'),
  70000: grant('The provided value for the input parameter is not valid.'),
  54005: grant('OAuth2 Authorization code was already redeemed, please retry with a new valid code.'),
  501481: grant('The Code_Verifier does not match the code_challenge supplied in the authorization request.'),
  65001: grant('The user or administrator has not consented to use the application.', 'consent_required'),
  50076: grant(
    'Due to a configuration change made by your administrator, you must use multi-factor authentication.',
    'basic_action',
  ),
  50079: grant(
    'Due to a configuration change made by your administrator, you must enroll in multi-factor authentication.',
    'basic_action',
  ),
  53003: grant('Access has been blocked by Conditional Access policies.', 'message_only'),
  50105: grant('The signed in user is not assigned to a role for the application.'),
  50057: grant('The user account is disabled.', 'user_password_expired'),
  50011: {
    error: 'invalid_request',
    status: 400,
    text: 'The redirect URI specified in the request does not match.',
  },
  90002: { error: 'invalid_request', status: 400, text: "Tenant 'nowhere' not found." },
  9002313: { error: 'invalid_grant', status: 400, text: 'Invalid request. Request is malformed or invalid.' },
  900144: {
    error: 'invalid_request',
    status: 400,
    text: 'The request body must contain a parameter that is missing.',
  },
  70003: {
    error: 'unsupported_grant_type',
    status: 400,
    text: 'The app requested an unsupported grant type.',
  },
  70011: {
    error: 'invalid_scope',
    status: 400,
    text: "The provided value for the input parameter 'scope' is not valid.",
  },
  // The device flow's four answers, in the words of Microsoft's page on it.
  70016: {
    error: 'authorization_pending',
    status: 400,
    text: 'OAuth 2.0 device flow error. Authorization is pending. Continue polling.',
  },
  70018: { error: 'bad_verification_code', status: 400, text: 'Invalid verification code.' },
  70020: {
    error: 'expired_token',
    status: 400,
    text: "The provided value for the input parameter 'device_code' is not valid. This code has expired.",
  },
  65004: {
    error: 'authorization_declined',
    status: 400,
    text: 'User declined to consent to access the app.',
  },
  50194: {
    error: 'invalid_request',
    status: 400,
    text: 'Application is not configured as a multi-tenant application. Usage of the /common endpoint is not supported. Use a tenant-specific endpoint.',
  },
  500011: {
    error: 'invalid_resource',
    status: 400,
    text: 'The resource principal was not found in the tenant.',
  },
  1002012: {
    error: 'invalid_scope',
    status: 400,
    text: 'The provided value for scope is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).',
  },
  700024: client('Client assertion is not within its valid time range.'),
  7000215: client(
    'Invalid client secret provided. Ensure the secret being sent is the client secret value, not the client secret ID.',
  ),
  7000222: client('The provided client secret keys are expired.'),
  7000218: client(
    "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
  ),
  700027: client(
    'The certificate with identifier used to sign the client assertion is not registered on application.',
  ),
  700016: client('Application was not found in the directory.', 'unauthorized_client', 400),
  90055: later('The request has been throttled because of too many requests.', 429),
  90033: later('A transient error has occurred. Please try again.'),
  90024: later('The request body or the service is temporarily unavailable.'),
};

/** The body Microsoft's token endpoint answers an error with. */
export interface MicrosoftError {
  readonly error: string;
  readonly error_description: string;
  readonly error_codes: readonly number[];
  readonly timestamp: string;
  readonly trace_id: string;
  readonly correlation_id: string;
  readonly error_uri: string;
  readonly suberror?: string;
}

/** Status and body for a number; an unknown number answers as `invalid_grant` unless told otherwise. */
export function microsoftError(
  code: number,
  own: {
    error?: string | undefined;
    suberror?: string | undefined;
    status?: number | undefined;
    text?: string | undefined;
  } = {},
): { status: number; body: MicrosoftError } {
  const { error, status, suberror, text } = {
    ...(known[code] ?? grant('Something went wrong.')),
    ...definedOf(own),
  };
  const [trace_id, correlation_id, timestamp] = [randomUUID(), randomUUID(), stamp()];
  const error_description = aadsts(code, text, { trace_id, correlation_id, timestamp });
  const ids = {
    error_codes: [code],
    timestamp,
    trace_id,
    correlation_id,
    error_uri: `https://login.microsoftonline.com/error?code=${code}`,
  };
  return { status, body: { error, error_description, ...ids, ...(suberror ? { suberror } : {}) } };
}

interface Stamps {
  readonly trace_id: string;
  readonly correlation_id: string;
  readonly timestamp: string;
}

/** The sentence around a number, as it stands in `error_description`. */
export function aadsts(
  code: number,
  text: string,
  { trace_id, correlation_id, timestamp }: Stamps = {
    trace_id: randomUUID(),
    correlation_id: randomUUID(),
    timestamp: stamp(),
  },
): string {
  return `AADSTS${code}: ${text} Trace ID: ${trace_id} Correlation ID: ${correlation_id} Timestamp: ${timestamp}`;
}

function stamp(): string {
  return new Date()
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d+Z$/, 'Z');
}

function definedOf<T extends object>(given: T): Partial<{ [K in keyof T]: NonNullable<T[K]> }> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as never;
}
