import { recipientResults, type Recipients } from './recipient-results.js';

const person = (local: string) => ({ name: '', address: `${local}@x.example` });
const REPORT = { kind: 'bounce', status: '5.1.1', diagnostic: null, at: '2026-11-05T09:00:00.000Z' } as const;
const MAIL: Recipients = {
  to: [person('A'), person('b')],
  cc: [person('c'), person('a')],
  bcc: [person('d')],
  status: 'delayed',
  accepted: ['a@x.example'],
  refused: [{ address: 'B@x.example', reply: '550 5.1.1 no' }],
  deferred: [{ address: 'c@x.example', reply: '450 later' }],
  reports: [],
  receipt: '250 queued',
};

it('tells of each recipient once, with the last word about them', () => {
  expect(recipientResults(MAIL)).toEqual([
    { address: 'A@x.example', state: 'accepted', reply: '250 queued' },
    { address: 'b@x.example', state: 'refused', reply: '550 5.1.1 no' },
    { address: 'c@x.example', state: 'deferred', reply: '450 later' },
    { address: 'd@x.example', state: 'waiting', reply: null },
  ]);
});

it('believes a report that came later, the newest of several', () => {
  const reports = [
    { ...REPORT, kind: 'delay', address: 'a@x.example' },
    { ...REPORT, address: 'A@x.example', diagnostic: 'smtp; 550 gone' },
  ] as const;
  expect(recipientResults({ ...MAIL, status: 'bounced', reports })[0]).toEqual({
    address: 'A@x.example',
    state: 'bounce',
    reply: 'smtp; 550 gone',
  });
});

it('says of a cancelled mail who does not get it any more', () => {
  const states = recipientResults({ ...MAIL, status: 'cancelled' }).map(({ state }) => state);
  expect(states).toEqual(['accepted', 'refused', 'cancelled', 'cancelled']);
});
