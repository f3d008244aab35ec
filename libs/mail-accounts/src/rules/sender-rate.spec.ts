import { tooFrequent, type RatedMail } from './sender-rate.js';

const limit = { mails: 3, minutes: 120 };
const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 10, minute));
const mail = (minute: number, change: Partial<RatedMail> = {}): RatedMail => ({
  at: at(minute),
  sender: 'robot@shop.test',
  subject: `Number ${minute}`,
  automatic: true,
  ...change,
});
const former = (...minutes: number[]) =>
  new Map([['robot@shop.test', minutes.map((minute) => ({ at: at(minute), subject: 'Re: Hello' }))]]);
const held = (mails: readonly (RatedMail | null)[], before = former()) =>
  tooFrequent(mails, before, limit).map((withheld) => withheld !== null);

describe('tooFrequent', () => {
  it.each([
    ['below the limit', [mail(10)], former(1, 2), [false]],
    ['at the limit', [mail(10)], former(1, 2, 3), [true]],
    [
      'with the others of the group',
      [mail(1), mail(2), mail(3), mail(4)],
      former(),
      [false, false, false, true],
    ],
    ['when the others are long ago', [mail(200)], former(1, 2, 3), [false]],
    ['a person', [mail(10, { automatic: false })], former(1, 2, 3), [false]],
    [
      'a person who says the same',
      [mail(10, { automatic: false, subject: 'Re: Hello' })],
      former(1, 2, 3),
      [true],
    ],
    ['another sender', [mail(10, { sender: 'x@shop.test' })], former(1, 2, 3), [false]],
    ['what is not counted', [null, mail(10)], former(1, 2), [false, false]],
  ] as const)('%s', (_, mails, before, expected) => expect(held(mails, before)).toEqual(expected));

  it('goes on while the sender does', () => {
    expect(held(Array.from({ length: 10 }, (_, n) => mail(n)))).toEqual([
      ...Array(3).fill(false),
      ...Array(7).fill(true),
    ]);
  });
});
