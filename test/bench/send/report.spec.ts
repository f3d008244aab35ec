import { report } from './report.js';

it('says medians, and what they are measured against', () => {
  const measured = {
    mails: 2_000,
    outboxSeconds: [2, 1, 4],
    poolSeconds: [1.6, 1.6, 9],
    tokenRequests: 1,
  };
  expect(report(measured)).toEqual({
    bench: 'send',
    mails: 2_000,
    mails_per_s: 1_000,
    pool_mails_per_s: 1_250,
    vs_pool: 0.8,
    token_requests: 1,
  });
});
