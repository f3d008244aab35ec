import { cursorFor, isAt } from './cursor.js';

const now = new Date('2026-11-20T12:00:00Z');
const liveSince = new Date('2026-11-20T11:59:00Z');
const selected = { folder: 'INBOX', uidValidity: 77, uidNext: 101, countsAnew: false };
const account = {
  host: 'IMAP.example.test',
  login: 'Support',
  startFrom: 'all' as const,
  startSince: null,
  liveSince,
  lastSuccessAt: null,
};
const from = { folder: 'INBOX', mailbox: 'imap.example.test/support/INBOX' };
const going = {
  name: 'INBOX',
  mailbox: from.mailbox,
  generation: 1,
  uidValidity: 77,
  lastUid: 60,
  datedUpTo: 0,
  countsFrom: null,
};
const begun = { ...from, generation: 1, uidValidity: 77, lastUid: 0 };
const other = { ...going, name: 'Sales', mailbox: 'imap.example.test/support/Sales', generation: 4 };

describe('cursorFor', () => {
  it.each([
    ['all mail counts', {}, [], { ...begun, datedUpTo: 0, countsFrom: null }],
    [
      'mail counts from the day named',
      { startFrom: 'since' as const, startSince: new Date('2026-11-01') },
      [],
      { ...begun, datedUpTo: 100, countsFrom: new Date('2026-11-01') },
    ],
    [
      'mail counts since the account is live',
      { startFrom: 'new' as const },
      [],
      { ...begun, datedUpTo: 100, countsFrom: liveSince },
    ],
    [
      'mail of the second in which the account went live counts',
      { startFrom: 'new' as const, liveSince: new Date('2026-11-20T11:59:00.900Z') },
      [],
      { ...begun, datedUpTo: 100, countsFrom: liveSince },
    ],
    ['it goes on', {}, [other, going], { ...begun, lastUid: 60, datedUpTo: 0, countsFrom: null }],
    [
      'all UIDs are void, and everything is looked through again',
      {},
      [{ ...going, uidValidity: 76 }],
      { ...begun, datedUpTo: 0, countsFrom: null },
    ],
    [
      'all UIDs are void, and what never counted still does not',
      { startFrom: 'new' as const },
      [{ ...going, uidValidity: 76, countsFrom: liveSince }],
      { ...begun, datedUpTo: 100, countsFrom: liveSince },
    ],
    [
      'another mailbox begins where the former was left',
      { startFrom: 'new' as const, lastSuccessAt: now },
      [{ ...going, mailbox: 'old/support/INBOX' }],
      { ...begun, generation: 2, datedUpTo: 100, countsFrom: now },
    ],
    [
      'another folder has a generation of its own',
      {},
      [other],
      { ...begun, generation: 5, datedUpTo: 0, countsFrom: null },
    ],
  ])('%s', (_, changes, folders, cursor) => {
    expect(cursorFor({ ...account, ...changes }, folders, selected, now)).toEqual(cursor);
  });

  it.each([
    ['all mail counts', null, 0],
    ['what never counted still does not', liveSince, 40],
  ])('numbers that are given twice are another generation: %s', (_, countsFrom, datedUpTo) => {
    const again = { ...selected, uidNext: 41, countsAnew: true };
    expect(cursorFor(account, [other, { ...going, countsFrom }], again, now)).toEqual({
      ...begun,
      generation: 5,
      datedUpTo,
      countsFrom,
    });
  });

  it('dates nothing in an empty mailbox', () => {
    const empty = { folder: 'INBOX', uidValidity: 1, uidNext: 1, countsAnew: false };
    const cursor = cursorFor({ ...account, startFrom: 'new' }, [], empty, now);
    expect(cursor).toMatchObject({ lastUid: 0, datedUpTo: 0 });
  });
});

describe('isAt', () => {
  it('knows whether there is anything to write down', () => {
    const cursor = cursorFor(account, [going], selected, now);
    expect(isAt([other, going], cursor, 60)).toBe(true);
    expect(isAt([going], cursor, 61)).toBe(false);
    expect(isAt([other], cursor, 60)).toBe(false);
  });
});
