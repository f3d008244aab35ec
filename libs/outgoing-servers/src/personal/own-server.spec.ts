import { countsFor, sameMailbox } from './own-server.js';

const own = { tokenId: 'a', mailbox: 'jane@desk.example' };

it.each([
  ['the token', { tokenId: 'a', login: 'renamed@desk.example' }, true],
  ['another token of that name', { tokenId: 'b', login: 'jane@desk.example' }, false],
  ['the name, where the token is gone', { tokenId: null, login: 'Jane@desk.example' }, true],
  ['another name without a token', { tokenId: null, login: 'bob@desk.example' }, false],
])('a mailbox is known again by %s', (_, server, same) => {
  expect(sameMailbox(server, own)).toBe(same);
});

it('counts what was not let go of', () => {
  expect([null, new Date(0)].map((ownerLeftAt) => countsFor({ ownerLeftAt }))).toEqual([true, false]);
});
