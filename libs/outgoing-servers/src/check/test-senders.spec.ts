import { NO_RULES } from '../routing/sender-rules.js';
import { testSenders } from './test-senders.js';

it.each([
  ['a@x.example, b@x.example', 'a@x.example', ['a@x.example', 'b@x.example'], 'a@x.example'],
  ['x.example, *.y.example', 'desk', ['noreply@x.example', 'noreply@y.example'], null],
  ['support-*@x.example', 'desk', ['support-test@x.example'], null],
  ['', 'a@x.example', ['a@x.example'], 'a@x.example'],
  ['', 'desk', ['notifications@x.example'], null],
])('%j of %j', (filter, login, addresses, recipient) => {
  const rules = { ...NO_RULES, defaultFrom: 'notifications@x.example' };
  expect(testSenders(filter, login, rules)).toEqual({ addresses, recipient });
});

it('tries nobody where nobody is known, and twenty at most', () => {
  expect(testSenders('', 'desk', NO_RULES).addresses).toEqual([]);
  const many = Array.from({ length: 30 }, (_, i) => `a${i}@x.example`).join(', ');
  expect(testSenders(many, '', NO_RULES).addresses).toHaveLength(20);
});
