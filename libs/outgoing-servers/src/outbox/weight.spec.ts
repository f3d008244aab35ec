import { type StoredDraft } from './mail-draft.js';
import { countsRecipients, offeredNow, waitingRecipients } from './weight.js';

it('counts recipients at a server of somebody’s own, and mails at one of everybody', () => {
  expect([null, 'jane'].map((ownerId) => countsRecipients({ ownerId }))).toEqual([false, true]);
});

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
