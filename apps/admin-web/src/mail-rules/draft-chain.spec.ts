import { chainWith } from './draft-chain.js';
import { emptyRule, ruleInput } from './rule-fields.js';

const stored = [{ id: 'a' }, { id: 'b' }];
const draft = ruleInput({ ...emptyRule(), name: 'As it stands' });

it('puts an edited rule where it is, and a new one behind all others', () => {
  expect(chainWith(stored, draft, 'a')).toEqual([{ id: 'a', draft }, { id: 'b' }]);
  expect(chainWith(stored, draft)).toEqual([{ id: 'a' }, { id: 'b' }, { draft }]);
});

it('tries a rule last that was deleted meanwhile', () => {
  expect(chainWith(stored, draft, 'gone')).toEqual([{ id: 'a' }, { id: 'b' }, { id: 'gone', draft }]);
});
