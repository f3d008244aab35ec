import { mayRunAgain } from './second-chance.mjs';

const root = '/clone';
const journeys = Array.from({ length: 9 }, (_, number) => `${root}/test/pages/${number}.spec.ts`);

it.each<[string, string[], boolean]>([
  ['nothing failed that we know of', [], false],
  ['a journey', [`${root}/test/journey/outbox.spec.ts`], true],
  ['eight journeys', journeys.slice(0, 8), true],
  ['nine journeys', journeys, false],
  ['a unit spec', [`${root}/libs/kernel/src/clock/time-slots.spec.ts`], false],
  ['a journey and a unit spec', [journeys[0]!, `${root}/apps/helpdesk/src/start/start.spec.ts`], false],
  ['proof under fault', [`${root}/test/faults/faults.spec.ts`], false],
  ['a rule of the house', [`${root}/test/architecture/links.spec.ts`], false],
])('%s: %j may run again: %s', (_what, failed, again) => {
  expect(mayRunAgain(failed, root)).toBe(again);
});
