import { type Client, type Token } from '../api/shapes.js';

/** Something that ends on a day, unless somebody (or Mailroom) sees to it. */
export interface Expiry {
  readonly kind: 'secret' | 'certificate' | 'refresh-token' | 'access-token';
  readonly name: string;
  readonly at: string;
  readonly to: string;
}

/** What ends when, soonest first. Access tokens count only where nothing renews them. */
export function nextExpiries({
  clients,
  tokens,
}: {
  readonly clients: readonly Client[];
  readonly tokens: readonly Token[];
}): Expiry[] {
  return [...clients.flatMap(endsOfClient), ...tokens.flatMap(endsOfToken)].sort((a, b) =>
    a.at.localeCompare(b.at),
  );
}

function endsOfClient({ id, name, secrets, key, validity }: Client): Expiry[] {
  if (validity !== 'valid') return [];
  const to = `/clients/${id}`;
  const ends = secrets.flatMap(({ expiresAt: at }): Expiry[] =>
    at ? [{ kind: 'secret', name, at, to }] : [],
  );
  const certificate = key?.certificate;
  return certificate ? [...ends, { kind: 'certificate', name, at: certificate.expiresAt, to }] : ends;
}

function endsOfToken(token: Token): Expiry[] {
  const { id, mailbox: name, state, renewal, refreshExpiresAt, accessExpiresAt } = token;
  if (state === 'reconnect') return [];
  const to = `/tokens/${id}`;
  if (renewal === 'none') return [{ kind: 'access-token', name, at: accessExpiresAt, to }];
  return refreshExpiresAt ? [{ kind: 'refresh-token', name, at: refreshExpiresAt, to }] : [];
}
