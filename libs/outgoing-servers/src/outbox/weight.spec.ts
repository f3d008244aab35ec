import fc from 'fast-check';
import { type ClaimedMail } from './claimed-mail.js';
import { type StoredDraft } from './mail-draft.js';
import { dealtOut, offeredNow, waitingRecipients } from './weight.js';

it('knows who still has to get a mail, each once', () => {
  const people = (...names: string[]) => names.map((name) => ({ name: '', address: `${name}@x.example` }));
  const draft = { to: people('a', 'b'), cc: people('A', 'c'), bcc: people('d') } as unknown as StoredDraft;
  const refused = [{ address: 'd@x.example', reply: '550 no' }];
  expect(waitingRecipients({ draft, accepted: ['a@x.example'], refused })).toEqual([
    'b@x.example',
    'c@x.example',
  ]);
});

it.each<[string, number, boolean, number, number]>([
  ['a mail to one, with room', 1, false, 1, 1],
  ['a mail to one, without', 1, false, 0, 0],
  ['a mail to many that fits', 30, false, 30, 30],
  ['a mail that would fit, and has too little room now', 20, false, 19, 0],
  ['the same once it has waited', 20, true, 19, 19],
  ['a mail that has waited, without any room', 20, true, 0, 0],
  ['a mail larger than the limit, with all of it free', 100, false, 30, 30],
  ['a mail larger than the limit, with a part of it free', 100, false, 12, 0],
  ['the same once it has waited', 100, true, 12, 12],
  ['a mail of which nobody waits', 0, false, 5, 1],
])('%s', (_, recipients, wasPutOff, free, offered) => {
  expect(offeredNow(recipients, wasPutOff, { most: 30, free })).toBe(offered);
});

const mailTo = (count: number, wasPaced = false): ClaimedMail =>
  ({
    draft: {
      to: Array.from({ length: count }, (_, index) => ({ name: '', address: `p${index}@x.example` })),
      cc: [],
      bcc: [],
    },
    accepted: [],
    refused: [],
    wasPaced,
  }) as unknown as ClaimedMail;

it.each<[string, ClaimedMail[], number, number[]]>([
  ['all of them where nobody counts', [mailTo(3), mailTo(200)], Infinity, [3, 200]],
  ['as many as there is room for', [mailTo(3), mailTo(4), mailTo(1)], 7, [3, 4]],
  ['none behind one that has to wait, however small', [mailTo(3), mailTo(4), mailTo(1)], 5, [3]],
  ['a part of one that has waited', [mailTo(3), mailTo(4, true), mailTo(1)], 5, [3, 2]],
])('deals out %s', (_, mails, recipients, dealt) => {
  const { offers, left } = dealtOut(mails, { mails: 10, recipients, atOnce: Infinity });
  expect(offers.map((offer) => offer.recipients)).toEqual(dealt);
  expect([...offers.map(({ mail }) => mail), ...left]).toEqual(mails);
});

it('never deals out more recipients than are free, and loses no mail', () => {
  const some = fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.boolean()), { maxLength: 12 });
  fc.assert(
    fc.property(some, fc.nat(60), fc.integer({ min: 1, max: 60 }), (wishes, recipients, atOnce) => {
      const mails = wishes.map(([count, waited]) => mailTo(count, waited));
      const { offers, left } = dealtOut(mails, { mails: 12, recipients, atOnce });
      expect(offers.reduce((sum, offer) => sum + offer.recipients, 0)).toBeLessThanOrEqual(recipients);
      expect(offers.every((offer) => offer.recipients > 0 && offer.recipients <= atOnce)).toBe(true);
      expect(offers.length + left.length).toBe(mails.length);
    }),
  );
});
