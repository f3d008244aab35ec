import { grouped } from './setting-groups.js';

it('puts what belongs together in one place, whatever the order it came in', () => {
  const came = (['language', 'run-retention-days', 'same-mail', 'public-url'] as const).map((key) => ({
    key,
  }));
  expect(grouped(came)).toEqual([
    { group: 'house', settings: [{ key: 'public-url' }, { key: 'language' }] },
    { group: 'mailIn', settings: [{ key: 'same-mail' }] },
    { group: 'mailOut', settings: [] },
    { group: 'retention', settings: [{ key: 'run-retention-days' }] },
  ]);
});
