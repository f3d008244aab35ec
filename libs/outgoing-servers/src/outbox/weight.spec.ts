import { weightOf } from './weight.js';

type Mail = Parameters<typeof weightOf>[1][number];

function mail(to: number, { cc = 0, bcc = 0, accepted = 0, refused = 0 } = {}): Mail {
  const people = (count: number) => Array.from({ length: count }, () => ({ name: '', address: 'a@b.test' }));
  const draft = { to: people(to), cc: people(cc), bcc: people(bcc) };
  const results = { accepted: Array(accepted).fill('a@b.test'), refused: Array(refused).fill({}) };
  return { draft, ...results } as unknown as Mail;
}

it.each<[string, string | null, Mail[], number]>([
  ['a mail at a server of everybody', null, [mail(30)], 1],
  ['nothing', 'jane', [], 0],
  ['a mail of one’s own to one', 'jane', [mail(1)], 1],
  ['all who get it', 'jane', [mail(2, { cc: 3, bcc: 1 })], 6],
  ['who waits of them', 'jane', [mail(5, { accepted: 2, refused: 1 })], 2],
  ['at least the mail itself', 'jane', [mail(1, { accepted: 1 })], 1],
  ['several', 'jane', [mail(2), mail(3)], 5],
])('%s', (_, ownerId, mails, weight) => {
  expect(weightOf({ ownerId }, mails)).toBe(weight);
});
