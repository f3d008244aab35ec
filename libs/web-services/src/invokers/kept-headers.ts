import { Secret, type SecretBox } from '@mailroom/kernel';
import { ownSpelling } from '../templates/template.js';
import { webServicesProblem } from '../web-services-problems.js';
import { type HeaderInput } from './invoker-input.js';
import { type Invoker, type StoredHeader } from './invoker.js';
import { headersPlace, originOf, type Origin } from './origin.js';

/** Secret header values by lower-case name. */
export type SecretHeaders = ReadonlyMap<string, Secret>;

/** Headers as they are stored. */
export type KeptHeaders = Pick<Invoker, 'headers' | 'sealedHeaders'>;

/** The secret values of an invoker. Problem `secret-unreadable`. */
export function openHeaders(
  box: SecretBox,
  invoker: Origin & { readonly id: string; readonly sealedHeaders: string | null },
): SecretHeaders {
  if (invoker.sealedHeaders === null) return new Map();
  const values = JSON.parse(box.open(invoker.sealedHeaders, headersPlace(invoker)).reveal()) as Record<
    string,
    string
  >;
  return new Map(Object.entries(values).map(([name, value]) => [name, Secret.of(value)]));
}

/**
 * The headers that were typed, secret values sealed for this row and origin. A secret that was not typed stays where it
 * was typed for the same origin. Problems `header-value-required`, and `header-needed-again` for another origin.
 */
export function keptHeaders(
  box: SecretBox,
  place: Origin & { readonly id: string },
  typed: readonly HeaderInput[],
  former: (Origin & KeptHeaders & { readonly id: string }) | null,
): KeptHeaders {
  const moved = former !== null && originOf(former) !== originOf(place);
  const known = new Set(
    (former?.headers ?? []).filter(({ value }) => value === null).map(({ name }) => name.toLowerCase()),
  );
  // Opened only when needed: a lost key must not keep anybody from typing all of them anew.
  const stays = typed.some(({ secret, value }) => secret && value === undefined);
  const stored = stays && former !== null && !moved ? openHeaders(box, former) : new Map<string, Secret>();
  const secrets = new Map<string, string>();
  const headers = typed.map(({ name, value, secret }, index): StoredHeader => {
    const key = name.toLowerCase();
    if (value === undefined && secret && moved && known.has(key))
      throw webServicesProblem('header-needed-again', { field: `headers.${index}.value`, params: { name } });
    const given = value ?? (secret ? stored.get(key)?.reveal() : undefined);
    if (given === undefined || given === '')
      throw webServicesProblem('header-value-required', {
        field: `headers.${index}.value`,
        params: { name },
      });
    if (!secret) return { name, value: ownSpelling(given) };
    secrets.set(key, given);
    return { name, value: null };
  });
  return {
    headers,
    sealedHeaders: secrets.size > 0 ? box.seal(asSecret(secrets), headersPlace(place)) : null,
  };
}

function asSecret(values: ReadonlyMap<string, string>): Secret {
  return Secret.of(JSON.stringify(Object.fromEntries(values)));
}
