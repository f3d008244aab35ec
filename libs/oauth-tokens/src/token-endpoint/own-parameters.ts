/** Where parameters of a client's own are sent to: the consent page, the token endpoint, and that of refreshing. */
export type ParameterField = 'extraParameters' | 'tokenParameters' | 'refreshParameters';

/** What the authorization request carries by itself. */
const AUTHORIZATION = new Set([
  'client_id',
  'client_secret',
  'redirect_uri',
  'response_type',
  'scope',
  'state',
  'nonce',
  'code_challenge',
  'code_challenge_method',
  'request',
  'request_uri',
  'login_hint',
]);

/** What token requests carry by themselves, and the placeholder that says the very same. */
const TOKEN: Readonly<Record<string, string | null>> = {
  client_id: '{clientId}',
  client_secret: '{clientSecret}',
  code: '{code}',
  redirect_uri: '{redirectUri}',
  refresh_token: '{refreshToken}',
  grant_type: null,
  code_verifier: null,
  assertion: null,
  client_assertion: null,
  client_assertion_type: null,
  device_code: null,
};

const GRANT_TYPES = new Set(['authorization_code', 'refresh_token', 'client_credentials']);

/**
 * The first parameter that the protocol keeps for itself, or undefined. In token requests it may stand there when it
 * says what the request says anyway (`code: '{code}'`), as the mappings that Znuny exports do.
 */
export function reservedParameter(
  field: ParameterField,
  parameters: Readonly<Record<string, string>>,
): string | undefined {
  return Object.keys(parameters).find((name) =>
    field === 'extraParameters'
      ? AUTHORIZATION.has(name)
      : Object.hasOwn(TOKEN, name) && !saysTheSame(name, parameters[name] ?? ''),
  );
}

function saysTheSame(name: string, value: string): boolean {
  return name === 'grant_type' ? GRANT_TYPES.has(value) : value === TOKEN[name];
}

/** What stands for `{placeholders}` in a token request. Null for what this request does not have. */
export interface ParameterValues {
  readonly clientId: string;
  readonly clientSecret: string | null;
  readonly scope: string;
  readonly redirectUri: string | null;
  readonly code: string | null;
  readonly refreshToken: string | null;
}

/**
 * The form with the client's own parameters in it. What the request carries by itself wins, and an own one whose
 * placeholder has no value here is left out: Znuny would send it empty, which providers take for an error.
 */
export function withOwnParameters(
  form: URLSearchParams,
  parameters: Readonly<Record<string, string>>,
  values: ParameterValues,
): URLSearchParams {
  const whole = new URLSearchParams(form);
  for (const [name, value] of Object.entries(parameters)) {
    const filled = fill(value, values);
    if (filled !== null && !whole.has(name)) whole.set(name, filled);
  }
  return whole;
}

function fill(value: string, values: ParameterValues): string | null {
  const names = [...value.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as keyof ParameterValues);
  const known = names.filter((name) => Object.hasOwn(values, name));
  if (known.some((name) => values[name] === null)) return null;
  return value.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? (values[name as keyof ParameterValues] ?? '') : whole,
  );
}
