import { report } from './report.js';

it('says medians over the passes', () => {
  const passes = [
    { seconds: 10, processorSeconds: 5 },
    { seconds: 8, processorSeconds: 4 },
    { seconds: 30, processorSeconds: 9 },
  ];
  expect(report(1000, passes)).toEqual({
    bench: 'poll',
    accounts: 1000,
    accounts_per_s: 100,
    cpu_ms_per_poll: 5,
  });
});
