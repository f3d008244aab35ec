import { median, rounded } from '../figures.js';

/** What was measured: rates per second, times in ms. */
export interface Measured {
  readonly hotGetsPerSecond: number;
  /** A bare `select 1` through the same pool, one after the other. */
  readonly selectsPerSecond: number;
  readonly refreshesPerSecond: number;
  /** The same requests to the same provider by somebody who stores nothing. */
  readonly bareRefreshesPerSecond: number;
  readonly storm: {
    readonly callers: number;
    readonly processes: number;
    readonly providerRequests: number;
    readonly answers: number;
    readonly milliseconds: number;
  };
  readonly clients: number;
  readonly tokens: number;
  readonly overviewMs: readonly number[];
  /** Reading all clients and tokens whole and sorting them in memory, for the same first page. */
  readonly naiveMs: readonly number[];
}

/** The result line; medians of what was measured several times. */
export function report(measured: Measured) {
  const { hotGetsPerSecond, selectsPerSecond, storm, clients, tokens } = measured;
  const overview = median(measured.overviewMs);
  const naive = median(measured.naiveMs);
  return {
    bench: 'tokens',
    hot_gets_per_s: Math.round(hotGetsPerSecond),
    hot_vs_select_1: rounded(hotGetsPerSecond / selectsPerSecond, 2),
    refreshes_per_s: rounded(measured.refreshesPerSecond, 1),
    refreshes_vs_bare: rounded(measured.refreshesPerSecond / measured.bareRefreshesPerSecond, 2),
    storm_callers: storm.callers,
    storm_processes: storm.processes,
    storm_provider_requests: storm.providerRequests,
    storm_same_token: storm.answers === 1,
    storm_ms: Math.round(storm.milliseconds),
    clients,
    tokens,
    overview_ms: rounded(overview, 1),
    naive_overview_ms: rounded(naive, 1),
    overview_vs_naive: rounded(naive / overview, 2),
  };
}
