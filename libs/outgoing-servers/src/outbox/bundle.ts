import { type OutgoingServer } from '../servers/outgoing-server.js';
import { type RouteReason } from '../routing/select-server.js';
import { type RoadMap } from './road-map.js';

/** Lanes that lead to one server. */
export interface ServedBundle {
  readonly server: OutgoingServer;
  readonly reason: RouteReason;
  readonly lanes: readonly string[];
}

/** Lanes that lead to one server, or nowhere for one reason. */
export type Bundle =
  ServedBundle | { readonly server: null; readonly reason: RouteReason; readonly lanes: readonly string[] };

/** Puts together the lanes that lead the same way. */
export function bundled(lanes: readonly string[], map: Pick<RoadMap, 'routeOf'>): Bundle[] {
  const bundles = new Map<string, Bundle & { lanes: string[] }>();
  for (const lane of lanes) {
    const { server, reason } = map.routeOf(lane);
    const key = server?.id ?? reason;
    const bundle = bundles.get(key);
    if (bundle) bundle.lanes.push(lane);
    else bundles.set(key, { server, reason, lanes: [lane] });
  }
  return [...bundles.values()];
}
