import { report } from './report.js';

it('says medians, and what they are measured against', () => {
  const measured = {
    hotGetsPerSecond: 8_000.4,
    selectsPerSecond: 4_000,
    refreshesPerSecond: 123.456,
    bareRefreshesPerSecond: 246.912,
    storm: { callers: 1000, processes: 4, providerRequests: 1, answers: 1, milliseconds: 99.6 },
    clients: 1000,
    tokens: 10_000,
    overviewMs: [30, 10, 20],
    naiveMs: [300, 500, 400],
  };
  expect(report(measured)).toEqual({
    bench: 'tokens',
    hot_gets_per_s: 8000,
    hot_vs_select_1: 2,
    refreshes_per_s: 123.5,
    refreshes_vs_bare: 0.5,
    storm_callers: 1000,
    storm_processes: 4,
    storm_provider_requests: 1,
    storm_same_token: true,
    storm_ms: 100,
    clients: 1000,
    tokens: 10_000,
    overview_ms: 20,
    naive_overview_ms: 400,
    overview_vs_naive: 20,
  });
});
