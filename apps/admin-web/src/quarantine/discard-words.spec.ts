import { discardConsequence, type Disposing } from './discard-words.js';

const account = (id: string, disposition: Disposing['disposition']): Disposing => ({
  id,
  name: `Mailbox ${id}`,
  disposition,
  moveTo: disposition === 'move' ? 'Done' : null,
});
const all = [account('a', 'delete'), account('b', 'move'), account('c', 'leave')];

it.each([
  [['a'], /Copies on the mail server are deleted\.$/],
  [['b'], /Copies on the mail server are moved to “Done”\.$/],
  [
    ['a', 'c'],
    /Copies on the mail servers: those of Mailbox a are deleted; those of Mailbox c stay untouched\.$/,
  ],
  [['gone'], /Copies on the mail servers are treated as their accounts are set\.$/],
])('says what becomes of the copies of %j', (ids, sentence) => {
  expect(discardConsequence(ids, all)).toMatch(sentence);
});

it('names five accounts and counts the rest', () => {
  const many = ['1', '2', '3', '4', '5', '6', '7'].map((id) => account(id, 'seen'));
  const ids = many.map(({ id }) => id);
  expect(discardConsequence(ids, many)).toMatch(/those of Mailbox 5 are marked as read; and those of 2 more/);
});
