import { verdictOf, whyOf, type TriedRule } from './verdict.js';

const looked = (...holds: boolean[]) => holds.map((one) => ({ holds: one, seen: [] }));
const rule = (given: Partial<TriedRule>): TriedRule => ({
  id: 'a',
  name: 'Odd',
  draft: false,
  enabled: true,
  asked: true,
  endedBy: null,
  holds: true,
  conditions: looked(true),
  ...given,
});

it.each([
  [{}, 'acts', 'Its condition holds.'],
  [{ conditions: looked(true, true) }, 'acts', 'Enough of its conditions hold.'],
  [{ conditions: [] }, 'acts', 'Without conditions it is about every mail.'],
  [{ holds: false, conditions: looked(false) }, 'passes', 'Its condition does not hold.'],
  [{ holds: false, conditions: looked(true, false, false) }, 'passes', 'Conditions 2 and 3 do not hold.'],
  [{ holds: false, conditions: looked(true, false) }, 'passes', 'Condition 2 does not hold.'],
  [{ holds: false, conditions: looked(false, false) }, 'passes', 'None of its conditions holds.'],
  [{ asked: false, endedBy: 'First' }, 'not-asked', 'Not asked, because “First” ended it. It would hold.'],
  [{ enabled: false, asked: false, holds: false }, 'off', 'It is switched off. It would not hold.'],
])('%j', (given, verdict, why) => {
  expect([verdictOf(rule(given)), whyOf(rule(given))]).toEqual([verdict, why]);
});
