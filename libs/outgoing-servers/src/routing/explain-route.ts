import { fitOf } from './from-filter.js';
import { exclusion, NO_WISH, type RoutableServer, type Route, type Wish } from './select-server.js';

/** What became of a server when one was looked for. */
export type Standing =
  'chosen' | 'not-live' | 'personal' | 'bulk' | 'not-asked' | 'does-not-fit' | 'comes-later';

/** A server and why it sends, or does not. */
export interface Considered {
  readonly id: string;
  readonly name: string;
  readonly standing: Standing;
}

/**
 * Every server with what speaks for it or against it, in the order in which they were given. `comes-later`: it would
 * have done, but another one goes first; `not-asked`: the mail named another one.
 */
export function explainRoute(
  servers: readonly RoutableServer[],
  route: Route,
  address: string,
  wish: Wish = NO_WISH,
): Considered[] {
  const insisted = route.reason === 'named' || route.reason === 'bulk-server' || wish.named !== null;
  return servers.map((server) => {
    const { id, name } = server;
    if (route.server?.id === id) return { id, name, standing: 'chosen' };
    const excluded = exclusion(server, wish);
    if (excluded !== null) return { id, name, standing: excluded };
    if (insisted) return { id, name, standing: 'not-asked' };
    const fits = fitOf(server.fromFilter, address) !== null || server.isFallback;
    return { id, name, standing: fits ? 'comes-later' : 'does-not-fit' };
  });
}
