import { reservedParameter, type ParameterField } from '../../token-endpoint/own-parameters.js';
import { importNote, type ImportNote } from '../import-note.js';
import { type ZnunyConfig, type ZnunyRequest, type ZnunyRequestName } from './znuny-schema.js';

/** Znuny's keys that a parameter may be filled from, and our placeholder for each. */
const PLACEHOLDERS: Readonly<Record<string, string>> = {
  ClientID: '{clientId}',
  ClientSecret: '{clientSecret}',
  Scope: '{scope}',
  RedirectURL: '{redirectUri}',
  AuthorizationCode: '{code}',
  RefreshToken: '{refreshToken}',
};

/** What each request says by itself: of Znuny's as of ours. Keys are names of parameters, values what fills them. */
const STANDARD: Readonly<Record<ZnunyRequestName, Readonly<Record<string, string>>>> = {
  AuthorizationCode: {
    response_type: 'code',
    client_id: 'ClientID',
    redirect_uri: 'RedirectURL',
    scope: 'Scope',
    state: 'State',
  },
  TokenByAuthorizationCode: {
    grant_type: 'authorization_code',
    client_id: 'ClientID',
    client_secret: 'ClientSecret',
    code: 'AuthorizationCode',
    redirect_uri: 'RedirectURL',
  },
  TokenByRefreshToken: {
    grant_type: 'refresh_token',
    client_id: 'ClientID',
    client_secret: 'ClientSecret',
    refresh_token: 'RefreshToken',
  },
  TokenByClientCredentials: {
    grant_type: 'client_credentials',
    client_id: 'ClientID',
    client_secret: 'ClientSecret',
    scope: 'Scope',
  },
};

/** Providers with a template take or leave these in requests for tokens; what their template sends is enough. */
const NEEDLESS_FOR_KNOWN = new Set(['scope', 'redirect_uri']);

/** Parameters of one request that Mailroom would not send by itself, and what of Znuny's it cannot send. */
export interface KeptParameters {
  readonly parameters: Readonly<Record<string, string>>;
  readonly notes: readonly ImportNote[];
}

/** What the parameters of a request come to. `known`: parameters that our template sends, too; null for `custom`. */
export function keptParameters(
  request: ZnunyRequestName,
  { Request: asked = {} }: ZnunyRequest,
  config: ZnunyConfig,
  known: Readonly<Record<string, string>> | null,
): KeptParameters {
  const parameters: Record<string, string> = {};
  const notes: ImportNote[] = [];
  const standard = STANDARD[request];
  const field: ParameterField = FIELDS[request];
  const mapping = asked.AutofilledParametersMapping ?? {};
  const wishes = [
    ...Object.entries(asked.Parameters ?? {}).map(([name, value]) => ({
      name,
      value,
      said: value,
      code: 'parameter-not-kept' as const,
    })),
    ...Object.entries(mapping).map(([name, source]) => ({
      name,
      value: filledFrom(source, config, field),
      said: source,
      code: 'mapping-not-kept' as const,
    })),
  ];
  for (const { name, value, said, code } of wishes) {
    if (standard[name] === said || known?.[name] === value) continue;
    if (known && field !== 'extraParameters' && NEEDLESS_FOR_KNOWN.has(name)) continue;
    if (value === null || !keepable(field, name, value)) notes.push(importNote(code, { request, name }));
    else parameters[name] = value;
  }
  return {
    parameters,
    notes: [...notes, ...sentAnyway(request, standard, { ...asked.Parameters, ...mapping })],
  };
}

const FIELDS: Readonly<Record<ZnunyRequestName, ParameterField>> = {
  AuthorizationCode: 'extraParameters',
  TokenByAuthorizationCode: 'tokenParameters',
  TokenByRefreshToken: 'refreshParameters',
  TokenByClientCredentials: 'tokenParameters',
};

// A key of the configuration itself is a constant; only requests to the token endpoint have placeholders.
function filledFrom(source: string, config: ZnunyConfig, field: ParameterField): string | null {
  const placeholder = Object.hasOwn(PLACEHOLDERS, source) ? PLACEHOLDERS[source] : undefined;
  if (placeholder !== undefined && field !== 'extraParameters') return placeholder;
  if (source === 'ClientSecret') return null;
  const constant: unknown = Object.hasOwn(config, source) ? config[source] : undefined;
  return typeof constant === 'string' && constant !== '' ? constant : null;
}

function keepable(field: ParameterField, name: string, value: string): boolean {
  return (
    /^[\w.-]{1,100}$/.test(name) &&
    value.length <= 1_000 &&
    reservedParameter(field, { [name]: value }) === undefined
  );
}

function sentAnyway(
  request: ZnunyRequestName,
  standard: Readonly<Record<string, string>>,
  said: Readonly<Record<string, string>>,
): ImportNote[] {
  return Object.keys(standard)
    .filter((name) => !Object.hasOwn(said, name))
    .map((name) => importNote('parameter-sent-anyway', { request, name }));
}
