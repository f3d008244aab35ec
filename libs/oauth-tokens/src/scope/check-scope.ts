import { type ClientFlow, type IdentitySource } from '../clients/oauth-client.js';
import { type ClientTemplate } from '../providers/client-template.js';
import { EXCHANGE_ONLINE, hostOf, isDefault, MICROSOFT_GRAPH, resourceOf } from './scope-resource.js';

/** What a client asks for, and how. */
export interface AskedScope {
  readonly scope: string;
  readonly flow: ClientFlow;
  readonly identity: IdentitySource;
}

/** Codes of what a provider would refuse. Problems at the door, too. */
export type ScopeFault = 'scope-mixes-resources' | 'scope-mixes-default' | 'scope-not-default';
/** Codes of what may be meant like that, but usually is not. */
export const scopeDoubts = [
  'scope-two-names',
  'scope-graph-mail',
  'scope-without-refresh',
  'scope-without-identity',
  'scope-without-mail',
  'scope-restricted',
] as const;
export type ScopeDoubt = (typeof scopeDoubts)[number];

/** One thing about a scope. */
export type ScopeFinding = { readonly params: Readonly<Record<string, string>> } & (
  | { readonly severity: 'error'; readonly code: ScopeFault }
  | { readonly severity: 'warning'; readonly code: ScopeDoubt }
);

/** Everything that is to be said about a scope, faults first; empty when all is well. */
export function checkScope(asked: AskedScope, template: ClientTemplate): ScopeFinding[] {
  const words = asked.scope.split(/\s+/).filter((word) => word !== '');
  const faults = [mixedResources(words, template), mixedDefault(words), notDefault(words, asked, template)];
  const doubts = [
    twoNames(words),
    graphMail(words, template),
    withoutRefresh(words, asked, template),
    withoutIdentity(words, asked),
    withoutMail(words, template),
    restricted(words, asked),
  ];
  return [...faults, ...doubts].filter((finding) => finding !== null);
}

// A token is for one resource (AADSTS28000): the first pair that does not go together is named.
function mixedResources(words: readonly string[], { provider }: ClientTemplate): ScopeFinding | null {
  const belonging = words
    .map((word) => ({ word: shortOf(word), resource: resourceOf(word, provider) }))
    .filter((each): each is { word: string; resource: string } => each.resource !== null);
  const [one] = belonging;
  const other = belonging.find(({ resource }) => resource !== one?.resource);
  if (!one || !other) return null;
  return fault('scope-mixes-resources', {
    one: one.word,
    oneResource: one.resource,
    other: other.word,
    otherResource: other.resource,
  });
}

// AADSTS70011. The words of identity may stand beside it.
function mixedDefault(words: readonly string[]): ScopeFinding | null {
  const whole = words.find(isDefault);
  const named = words.find((word) => !isDefault(word) && hostOf(word) !== null);
  return whole && named ? fault('scope-mixes-default', { whole, named }) : null;
}

// AADSTS1002012: an application that acts for itself asks for what it was granted, and nothing besides.
function notDefault(
  words: readonly string[],
  { flow }: AskedScope,
  { provider }: ClientTemplate,
): ScopeFinding | null {
  if (provider !== 'microsoft' || flow !== 'client-credentials') return null;
  const word = words.find((each) => !isDefault(each));
  return word === undefined ? null : fault('scope-not-default', { word });
}

function twoNames(words: readonly string[]): ScopeFinding | null {
  const hosts = words.map(hostOf);
  const [one, other] = ['outlook.office.com', 'outlook.office365.com'];
  return hosts.includes(one) && hosts.includes(other) ? doubt('scope-two-names', { one, other }) : null;
}

// Microsoft takes them, and the mail servers take no token that was made for Graph.
function graphMail(words: readonly string[], { provider, scopeWords }: ClientTemplate): ScopeFinding | null {
  const word = words.find(
    (each) => resourceOf(each, provider) === MICROSOFT_GRAPH && /(^|\/)(IMAP|POP|SMTP)\.\w/i.test(each),
  );
  if (word === undefined) return null;
  const like = [...(scopeWords?.imap ?? []), ...(scopeWords?.pop ?? []), ...(scopeWords?.smtp ?? [])];
  const instead = like.find((each) => shortOf(each).toLowerCase() === shortOf(word).toLowerCase());
  return doubt('scope-graph-mail', {
    word,
    instead: instead ?? `https://outlook.office.com/${shortOf(word)}`,
    resource: EXCHANGE_ONLINE,
  });
}

function withoutRefresh(
  words: readonly string[],
  { flow }: AskedScope,
  { refreshTokenExpected, scopeWords, id }: ClientTemplate,
): ScopeFinding | null {
  const word = 'offline_access';
  const wanted = scopeWords?.always.includes(word) ?? id === 'custom';
  if (flow !== 'authorization-code' || !refreshTokenExpected || !wanted || words.includes(word)) return null;
  return doubt('scope-without-refresh', { word });
}

function withoutIdentity(words: readonly string[], { flow, identity }: AskedScope): ScopeFinding | null {
  if (flow !== 'authorization-code' || identity === 'none' || words.includes('openid')) return null;
  return doubt('scope-without-identity', { word: 'openid' });
}

function withoutMail(
  words: readonly string[],
  { mailScopes, scopeWords }: ClientTemplate,
): ScopeFinding | null {
  const uses = scopeWords ? [...scopeWords.imap, ...scopeWords.pop, ...scopeWords.smtp] : [];
  const mail = mailScopes === 'asked' ? uses : [...mailScopes, ...uses];
  const plain = (word: string) => word.toLowerCase().replace('outlook.office365.com', 'outlook.office.com');
  const known = new Set(mail.map(plain));
  if (known.size === 0 || words.some((word) => known.has(plain(word)) || isDefault(word))) return null;
  // The narrower scope that Google has for service accounts is mail as well.
  if (words.some((word) => word.endsWith('/auth/gmail.imap_admin'))) return null;
  return doubt('scope-without-mail', { words: mail.join(' ') });
}

// support.google.com/cloud/answer/13464325: who is not Internal needs Google's verification for it.
function restricted(words: readonly string[], { flow }: AskedScope): ScopeFinding | null {
  // A service account is let in by the administrator of the domain, whatever Google makes of the application.
  if (flow !== 'authorization-code') return null;
  const word = words.find((each) => each === 'https://mail.google.com/');
  return word === undefined ? null : doubt('scope-restricted', { word });
}

function shortOf(word: string): string {
  return hostOf(word) === null || isDefault(word) ? word : (word.split('/').at(-1) ?? word);
}

function fault(code: ScopeFault, params: ScopeFinding['params']): ScopeFinding {
  return { severity: 'error', code, params };
}

function doubt(code: ScopeDoubt, params: ScopeFinding['params']): ScopeFinding {
  return { severity: 'warning', code, params };
}
