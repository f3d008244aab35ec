import { type Client, type Token } from '../api/shapes.js';

/** Something that ends on a day, unless somebody (or Mailroom) sees to it. */
export interface Expiry {
  readonly kind: 'secret' | 'refresh-token' | 'access-token';
  readonly name: string;
  readonly at: string;
  readonly to: string;
}

/** What ends next, soonest first. Access tokens count only where nothing renews them. */
export function nextExpiries(
  { clients, tokens }: { readonly clients: readonly Client[]; readonly tokens: readonly Token[] },
  atMost = 6,
): Expiry[] {
  const endings = clients.flatMap(({ id, name, secrets, validity }) =>
    secrets.flatMap(({ expiresAt: at }) =>
      at && validity === 'valid' ? [{ kind: 'secret' as const, name, at, to: `/clients/${id}` }] : [],
    ),
  );
  const ends = tokens.flatMap(
    ({ id, mailbox: name, state, renewal, refreshExpiresAt, accessExpiresAt }): Expiry[] => {
      if (state === 'reconnect') return [];
      const to = `/tokens/${id}`;
      if (renewal === 'none') return [{ kind: 'access-token', name, at: accessExpiresAt, to }];
      return refreshExpiresAt ? [{ kind: 'refresh-token', name, at: refreshExpiresAt, to }] : [];
    },
  );
  return [...endings, ...ends].sort((a, b) => a.at.localeCompare(b.at)).slice(0, atMost);
}
