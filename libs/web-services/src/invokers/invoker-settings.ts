import { type SecretBox } from '@mailroom/kernel';
import { webServicesProblem } from '../web-services-problems.js';
import { readCaCertificate } from './ca-certificate.js';
import { checkTemplates } from './check-templates.js';
import { type InvokerChanges, type NewInvoker } from './invoker-input.js';
import { type Invoker } from './invoker.js';
import { keptHeaders } from './kept-headers.js';
import { originOf } from './origin.js';

/** The columns that an admin decides, checked and sealed. */
export type InvokerSettings = Omit<Invoker, 'id' | 'createdAt' | 'updatedAt' | 'updatedBy'>;

/** A new invoker with this id. Problems: those of its templates, headers and CA, and `invoker-token-required`. */
export function newSettings(id: string, input: NewInvoker, box: SecretBox): InvokerSettings {
  const caCertificate = ownCa(input.caCertificate);
  const headers = keptHeaders(box, { id, baseUrl: input.baseUrl, caCertificate }, input.headers, null);
  return checked({ ...input, ...headers, caCertificate, body: ownBody(input.body) });
}

/**
 * An invoker after these changes. What it was given for one origin stays there: another scheme, host, port or CA demands
 * its secret headers (problem `header-needed-again`) and its token (`invoker-token-needed-again`) in the same change.
 */
export function changedSettings(former: Invoker, changes: InvokerChanges, box: SecretBox): InvokerSettings {
  const { headers: typed, ...given } = withoutGaps(changes);
  const next = { ...settingsOf(former), ...given };
  const caCertificate = given.caCertificate === undefined ? former.caCertificate : ownCa(given.caCertificate);
  const place = { id: former.id, baseUrl: next.baseUrl, caCertificate };
  const moved = originOf(former) !== originOf(place);
  const headers = keptHeaders(box, place, typed ?? untouched(former), former);
  if (moved && next.authentication !== 'none' && former.tokenId !== null && given.tokenId === undefined)
    throw webServicesProblem('invoker-token-needed-again', { field: 'tokenId' });
  return checked({ ...next, ...headers, caCertificate, body: ownBody(next.body) });
}

function checked(settings: InvokerSettings): InvokerSettings {
  checkTemplates(settings);
  const tokenId = settings.authentication === 'none' ? null : settings.tokenId;
  if (settings.authentication !== 'none' && tokenId === null)
    throw webServicesProblem('invoker-token-required', { field: 'tokenId' });
  return { ...settings, tokenId };
}

function settingsOf(invoker: Invoker): InvokerSettings {
  const { id: _, createdAt: __, updatedAt: ___, updatedBy: ____, ...settings } = invoker;
  return settings;
}

// The list as if it had been typed again, secrets left out.
function untouched({ headers }: Invoker): { name: string; value?: string; secret: boolean }[] {
  return headers.map(({ name, value }) =>
    value === null ? { name, secret: true } : { name, value, secret: false },
  );
}

function ownCa(pem: string | null): string | null {
  return pem === null || pem.trim() === '' ? null : readCaCertificate(pem);
}

function ownBody(body: string | null): string | null {
  return body === null || body.trim() === '' ? null : body;
}

type Given<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

function withoutGaps<T extends object>(changes: T): Given<T> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Given<T>;
}
