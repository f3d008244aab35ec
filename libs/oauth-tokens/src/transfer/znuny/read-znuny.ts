import { Secret } from '@mailroom/kernel';
import { clientChangesSchema } from '../../clients/client-input.js';
import { originOf } from '../../clients/origin-of.js';
import { type ClientTemplate } from '../../providers/client-template.js';
import { type ClientEntry, type EntrySettings, type ReadEntry } from '../client-entry.js';
import { faultOf } from '../entry-fault.js';
import { importNote, type ImportNote } from '../import-note.js';
import { type ParsedYaml } from '../parse-yaml.js';
import { nameOf } from '../read-document.js';
import { keptAnswers } from './znuny-answers.js';
import { keptParameters } from './znuny-parameters.js';
import {
  znunyEntrySchema,
  znunyRequests,
  type ZnunyConfig,
  type ZnunyEntry,
  type ZnunyRequest,
  type ZnunyRequestName,
} from './znuny-schema.js';
import { templateFor, type FoundTemplate } from './znuny-template.js';

const settingsSchema = clientChangesSchema.omit({
  secret: true,
  secretExpiresAt: true,
  serviceAccountKey: true,
});

const VALIDITY: Readonly<Record<string, 'valid' | 'invalid' | 'temporarily-invalid'>> = {
  '1': 'valid',
  '2': 'invalid',
  '3': 'temporarily-invalid',
};
/** Znuny's book-keeping: who wrote its row when. The audit log of Mailroom begins anew. */
const BOOK_KEEPING = ['ID', 'CreateBy', 'ChangeBy', 'CreateTime', 'ChangeTime', 'DBCRUDUUID', 'UUID'];
const ENTRY_KEYS = new Set(['Name', 'ValidID', 'Config', ...BOOK_KEEPING]);
const CONFIG_KEYS = new Set(Object.keys(znunyEntrySchema.shape.Config.shape));

/** Is this what Znuny exports: a list of token configurations, or a single one? */
export function isZnunyExport(value: unknown): boolean {
  const [first] = [value].flat() as unknown[];
  return typeof first === 'object' && first !== null && 'Config' in first && 'Name' in first;
}

/**
 * The entries of a file that Znuny exported. Only what differs from the standard is kept of its parameter mappings, and
 * what cannot be kept stands in the notes.
 */
export function readZnuny({ value, lines }: ParsedYaml): readonly ReadEntry[] {
  return ([value].flat() as unknown[]).map((entry, index) => readEntry(entry, lines[index] ?? 1));
}

function readEntry(value: unknown, line: number): ReadEntry {
  const parsed = znunyEntrySchema.safeParse(value);
  if (!parsed.success) return { name: nameOf(value, 'Name'), line, problem: faultOf(parsed.error) };
  const { settings, ...draft } = draftOf(parsed.data);
  const checked = settingsSchema.safeParse(settings);
  const { Name: name } = parsed.data;
  if (!checked.success) return { name, line, problem: faultOf(checked.error) };
  const { clientId = settings.clientId, ...rest } = checked.data;
  return { ...draft, name, line, settings: { ...rest, name, clientId } };
}

type Draft = Omit<ClientEntry, 'line' | 'name'>;

function draftOf(entry: ZnunyEntry): Draft {
  const { Config: config } = entry;
  const requests = requestsOf(config);
  const token = requests.get('TokenByAuthorizationCode') ?? requests.get('TokenByClientCredentials') ?? {};
  const flow = config.AuthFlow === 'ClientCredentials' ? 'client-credentials' : 'authorization-code';
  const tokenEndpoint = urlOf(token);
  const found = templateFor({ flow, tokenUrl: tokenEndpoint ?? '', templateName: config.TemplateName ?? '' });
  const parameters = parametersOf(requests, config, found.template);
  const answers = keptAnswers([...requests]);
  const refresh = refreshOf(requests, tokenEndpoint);
  const scope = scopeOf(config.Scope ?? '', found.template);
  const secret = config.ClientSecret ?? '';
  const settings: EntrySettings = {
    name: entry.Name,
    clientId: config.ClientID,
    ...given('tenant', found.tenant ?? undefined),
    ...given('authorizationEndpoint', urlOf(requests.get('AuthorizationCode') ?? {})),
    ...given('tokenEndpoint', tokenEndpoint),
    ...given('scope', scope.scope),
    ...(scope.identity === undefined ? {} : { identity: scope.identity }),
    refreshEndpoint: refresh.endpoint,
    clientAuthentication: 'post',
    ...parameters.settings,
    answerNames: answers.answerNames,
    validity: VALIDITY[entry.ValidID ?? '1'] ?? 'invalid',
    notifyOnExpiredToken: config.Notifications?.NotifyOnExpiredToken ?? false,
    notifyOnExpiredRefreshToken: config.Notifications?.NotifyOnExpiredRefreshToken ?? false,
  };
  return {
    flow,
    settings,
    template: found.template.id,
    secrets: secret === '' ? undefined : [{ value: Secret.of(secret), expiresAt: null }],
    privateKey: undefined,
    notes: [
      ...whereItBelongs(found, config, flow === 'authorization-code'),
      ...validityNotes(entry),
      ...parameters.notes,
      ...answers.notes,
      ...refresh.notes,
      ...scope.notes,
      ...leftovers(entry),
    ],
  };
}

function requestsOf({ AuthFlow, Requests }: ZnunyConfig): Map<ZnunyRequestName, ZnunyRequest> {
  const wanted = znunyRequests.filter(
    (name) => (name === 'TokenByClientCredentials') === (AuthFlow === 'ClientCredentials'),
  );
  const present = wanted.map((name) => [name, Requests[name]] as const);
  return new Map(present.filter((pair): pair is [ZnunyRequestName, ZnunyRequest] => pair[1] !== undefined));
}

function urlOf({ Request: asked }: ZnunyRequest): string | undefined {
  return asked?.URL === '' ? undefined : asked?.URL;
}

function given<Name extends string>(name: Name, value: string | undefined): Partial<Record<Name, string>> {
  return value === undefined ? {} : ({ [name]: value } as Record<Name, string>);
}

const FIELDS: Readonly<
  Record<ZnunyRequestName, 'extraParameters' | 'tokenParameters' | 'refreshParameters'>
> = {
  AuthorizationCode: 'extraParameters',
  TokenByAuthorizationCode: 'tokenParameters',
  TokenByRefreshToken: 'refreshParameters',
  TokenByClientCredentials: 'tokenParameters',
};

function parametersOf(
  requests: ReadonlyMap<ZnunyRequestName, ZnunyRequest>,
  config: ZnunyConfig,
  template: ClientTemplate,
) {
  const sent = { ...template.authorizationParameters, ...template.firstTimeParameters };
  const known = template.tokenEndpoint === '' ? null : sent;
  const settings = { extraParameters: {}, tokenParameters: {}, refreshParameters: {} };
  const notes: ImportNote[] = [];
  for (const [name, request] of requests) {
    const kept = keptParameters(name, request, config, known);
    settings[FIELDS[name]] = kept.parameters;
    notes.push(...kept.notes);
  }
  return { settings, notes };
}

function refreshOf(
  requests: ReadonlyMap<ZnunyRequestName, ZnunyRequest>,
  tokenEndpoint: string | undefined,
): { endpoint: string | null; notes: readonly ImportNote[] } {
  const url = urlOf(requests.get('TokenByRefreshToken') ?? {});
  if (url === undefined || tokenEndpoint === undefined || url === tokenEndpoint)
    return { endpoint: null, notes: [] };
  if (!URL.canParse(url) || !URL.canParse(tokenEndpoint)) return { endpoint: url, notes: [] };
  if (originOf(url) === originOf(tokenEndpoint)) return { endpoint: url, notes: [] };
  const params = { request: 'TokenByRefreshToken', host: new URL(url).host };
  return { endpoint: null, notes: [importNote('endpoint-not-kept', params)] };
}

interface KeptScope {
  readonly scope: string | undefined;
  readonly identity?: 'none';
  readonly notes: readonly ImportNote[];
}

// Znuny never asks who consented; Mailroom does, and every template knows the words for it.
function scopeOf(asked: string, template: ClientTemplate): KeptScope {
  if (asked === '') return { scope: undefined, notes: [] };
  const words = asked.split(/\s+/);
  if (template.identity === 'none' || template.flow !== 'authorization-code')
    return { scope: asked, notes: [] };
  const missing = (template.scopeWords?.always ?? []).filter((word) => !words.includes(word));
  if (missing.length > 0) {
    const notes = [importNote('scope-completed', { added: missing.join(' ') })];
    return { scope: [...words, ...missing].join(' '), notes };
  }
  if (words.includes('openid') || !template.leavesOpen.includes('identity'))
    return { scope: asked, notes: [] };
  return { scope: asked, identity: 'none', notes: [importNote('identity-unknown')] };
}

function whereItBelongs(
  { template }: FoundTemplate,
  { TemplateName: name }: ZnunyConfig,
  consents: boolean,
): ImportNote[] {
  return [
    ...(template.tokenEndpoint === '' ? [importNote('template-custom', { template: name ?? '' })] : []),
    ...(consents ? [importNote('redirect-uri-new')] : []),
  ];
}

function validityNotes({ ValidID: id }: ZnunyEntry): ImportNote[] {
  return id === undefined || id in VALIDITY ? [] : [importNote('validity-unknown', { id })];
}

// A key of the configuration that fills a parameter was kept with that parameter.
function leftovers(entry: ZnunyEntry): ImportNote[] {
  const { Config: config } = entry;
  const used = new Set(
    Object.values(config.Requests).flatMap((request) =>
      Object.values((request as ZnunyRequest | undefined)?.Request?.AutofilledParametersMapping ?? {}),
    ),
  );
  const keys = [
    ...Object.keys(entry).filter((key) => !ENTRY_KEYS.has(key)),
    ...Object.keys(config)
      .filter((key) => !CONFIG_KEYS.has(key) && !used.has(key))
      .map((key) => `Config.${key}`),
    ...Object.keys(config.Requests)
      .filter((key) => !(znunyRequests as readonly string[]).includes(key))
      .map((key) => `Config.Requests.${key}`),
  ];
  return keys.map((key) => importNote('key-not-kept', { key: key.slice(0, 100) }));
}
