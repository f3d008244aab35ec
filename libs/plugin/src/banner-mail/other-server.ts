import { type Banner } from '@mailroom/notifications';

/** A server, as far as it matters for who may carry news of trouble. */
export interface Messenger {
  readonly id: string;
  readonly name: string;
  readonly isLive: boolean;
  readonly isFailing: boolean;
  readonly isFallback: boolean;
  readonly priority: number;
  /** Of one person, or for newsletters: neither is Mailroom's to use. */
  readonly isReserved: boolean;
  readonly tokenId: string | null;
  /** Of its token. */
  readonly clientId: string | null;
}

/**
 * Who tells of a banner: a live server that is well and that neither this banner nor a critical one of `all` is about, itself, by its
 * token or by its client. The fallback server first, then by priority. Null when there is none.
 */
export function otherServer(
  banner: Banner,
  all: readonly Banner[],
  servers: readonly Messenger[],
): Messenger | null {
  const broken = all.filter(({ severity }) => severity === 'critical');
  const ill = new Set([banner, ...broken].flatMap(({ concerns = [] }) => concerns));
  const able = servers.filter(
    (server) => server.isLive && !server.isFailing && !server.isReserved && !isIll(server, ill),
  );
  const [first] = able.toSorted(
    (a, b) => Number(b.isFallback) - Number(a.isFallback) || a.priority - b.priority,
  );
  return first ?? null;
}

function isIll({ id, tokenId, clientId }: Messenger, ill: ReadonlySet<string>): boolean {
  return ill.has(`server:${id}`) || ill.has(`token:${tokenId}`) || ill.has(`client:${clientId}`);
}
