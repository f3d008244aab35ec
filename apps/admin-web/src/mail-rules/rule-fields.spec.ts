import { type MailRule } from '../api/shapes.js';
import { moved } from './moved.js';
import { emptyCondition, emptyRule, fieldsOf, ruleInput } from './rule-fields.js';

const rule: MailRule = {
  id: '0b6f6f0e-9c59-4a36-8d3f-5b0c4b1f0001',
  name: 'Newsletters',
  enabled: true,
  match: 'any',
  conditions: [
    { field: 'subject', not: false, match: 'contains', value: 'news' },
    { field: 'header', not: true, name: 'List-Id', match: 'exists', value: '' },
    { field: 'size', not: false, match: 'over', bytes: 2_048 },
    { field: 'account', not: false, accountId: '0b6f6f0e-9c59-4a36-8d3f-5b0c4b1f0002' },
    { field: 'automatic', not: false },
    { field: 'authentication', not: false, method: 'spf', result: 'softfail' },
  ],
  actions: { then: 'ignore', destination: null, priority: 'low', tags: ['bulk'], unlimited: true },
  hits: 3,
  lastHitAt: null,
  updatedAt: '2026-11-20T10:00:00.000Z',
  updatedBy: 'admin',
};

it('a rule goes through its form unchanged', () => {
  const { name, match, conditions, actions } = rule;
  expect(ruleInput(fieldsOf(rule))).toEqual({ name, match, conditions, actions });
});

it('a header that has to exist is compared with nothing', () => {
  const condition = {
    ...emptyCondition(),
    field: 'header',
    name: 'X',
    match: 'exists',
    value: 'left over',
  } as const;
  const { conditions } = ruleInput({ ...emptyRule(), conditions: [condition] });
  expect(conditions).toEqual([{ field: 'header', not: false, name: 'X', match: 'exists', value: '' }]);
});

it.each([
  [0, 1, 'bac'],
  [2, -1, 'acb'],
  [0, -1, 'abc'],
  [2, 1, 'abc'],
] as const)('moves entry %i by %i', (index, by, expected) => {
  expect(moved(['a', 'b', 'c'], index, by).join('')).toBe(expected);
});
