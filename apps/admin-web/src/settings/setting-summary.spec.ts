import { summaryOf } from './setting-summary.js';

it.each([
  [{ key: 'audit-retention-days', value: 3_650 }, 'Days to keep: 3,650'],
  [{ key: 'language', value: 'browser' }, 'As the browser'],
  [{ key: 'banner-recipients', value: '' }, 'Nothing'],
  [{ key: 'banner-recipients', value: 'ada@example.com' }, 'ada@example.com'],
  [{ key: 'public-url', value: null }, 'Nothing'],
  [{ key: 'connection-limits', value: [{ host: '*', per: 'host', limit: 10 }] }, 'One rule'],
] as const)('says of %j: %s', (setting, said) => {
  expect(summaryOf(setting as Parameters<typeof summaryOf>[0])).toBe(said);
});
