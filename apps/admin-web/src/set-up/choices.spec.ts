import { choiceFor, choiceOf, choicesOf } from './choices.js';

const templates = ['microsoft-365', 'google', 'custom', 'yahoo'].map((id) => ({ id }));

it('offers what the templates allow, what most people come for first', () => {
  const { common, further } = choicesOf(templates);
  expect(common.map(({ id }) => id)).toEqual([
    'microsoft-365',
    'google-workspace',
    'gmail',
    'password',
    'custom',
  ]);
  expect(further).toEqual([{ id: 'yahoo', template: 'yahoo' }]);
});

it.each([
  ['gmail', { id: 'gmail', template: 'google' }],
  ['yahoo', { id: 'yahoo', template: 'yahoo' }],
  ['password', { id: 'password', template: null }],
  ['fastmail', null],
  [null, null],
])('knows %j', (id, choice) => {
  expect(choiceOf(id, templates)).toEqual(choice);
});

it.each([
  ['microsoft-365', 'help@contoso.com', 'microsoft-365'],
  ['google', 'help@contoso.com', 'google-workspace'],
  ['google', ' somebody@GMail.com ', 'gmail'],
  [null, 'help@contoso.com', 'password'],
])('a mailbox of %j at %s goes by %s', (template, address, choice) => {
  expect(choiceFor(template, address)).toBe(choice);
});
