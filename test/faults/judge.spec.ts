import { judge, keptAfter, type Kept } from './judge.js';
import { plainMail } from './mails.js';

const one = plainMail('judged', 1);
const two = plainMail('judged', 2);
const seen = (mail: typeof one): Kept[] => keptAfter('seen', mail);
const expected = { filed: [one.messageId, two.messageId], mailbox: [...seen(one), ...seen(two)] };

describe('the judge', () => {
  it.each<[string, Parameters<typeof judge>[1], { lost: number; double: number; misplaced: number }]>([
    ['all is well', expected, { lost: 0, double: 0, misplaced: 0 }],
    [
      'the order does not matter, nor do angle brackets',
      { filed: ['00002.judged@faults.example.test', one.messageId], mailbox: expected.mailbox.toReversed() },
      { lost: 0, double: 0, misplaced: 0 },
    ],
    ['a mail is missing', { ...expected, filed: [one.messageId] }, { lost: 1, double: 0, misplaced: 0 }],
    [
      'a mail is there twice',
      { ...expected, filed: [...expected.filed, one.messageId] },
      { lost: 0, double: 1, misplaced: 0 },
    ],
    [
      'a mail is there that nobody sent',
      { ...expected, filed: [...expected.filed, '<stranger@example.test>'] },
      { lost: 0, double: 1, misplaced: 0 },
    ],
    ['a copy is gone', { ...expected, mailbox: seen(one) }, { lost: 0, double: 0, misplaced: 1 }],
    [
      'a copy has another flag',
      { ...expected, mailbox: [...seen(one), ...keptAfter('leave', two)] },
      { lost: 0, double: 0, misplaced: 2 },
    ],
    [
      'a copy is there twice',
      { ...expected, mailbox: [...expected.mailbox, ...seen(one)] },
      { lost: 0, double: 0, misplaced: 1 },
    ],
  ])('%s', (_, found, counts) => {
    const { lost, double, misplaced } = judge(expected, found);
    expect({ lost: lost.length, double: double.length, misplaced: misplaced.length }).toEqual(counts);
  });

  it('knows where a mail has to be', () => {
    expect(keptAfter('delete', one)).toEqual([]);
    expect(keptAfter('move', one)).toMatchObject([{ folder: 'Fetched', flags: [] }]);
  });
});
