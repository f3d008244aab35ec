import { usesOf, withUse } from './scope-builder.js';

const words = { imap: ['x/IMAP'], pop: ['x/POP'], smtp: ['x/Send'], always: ['offline_access', 'openid'] };
const google = { imap: ['g'], pop: ['g'], smtp: ['g'], always: ['openid'] };

it('knows what a scope is good for', () => {
  expect(usesOf('x/IMAP  x/Send openid', words)).toEqual(['imap', 'smtp']);
  expect(usesOf('', words)).toEqual([]);
  expect(usesOf('g openid', google)).toEqual(['imap', 'pop', 'smtp']);
  expect(usesOf('y', { ...words, pop: [] })).toEqual([]);
});

it.each([
  ['x/IMAP offline_access openid', 'smtp', true, 'x/IMAP x/Send offline_access openid'],
  ['x/IMAP x/Send offline_access openid own', 'imap', false, 'x/Send offline_access openid own'],
  ['', 'pop', true, 'x/POP offline_access openid'],
] as const)('%j with %s: %s', (scope, use, wanted, after) => {
  expect(withUse(scope, words, use, wanted)).toBe(after);
});
