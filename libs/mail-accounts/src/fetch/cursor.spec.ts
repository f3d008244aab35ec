import { cursorFor, isAt } from './cursor.js';

const now = new Date('2026-11-20T12:00:00Z');
const liveSince = new Date('2026-11-20T11:59:00Z');
const selected = { uidValidity: 77, uidNext: 101 };
const fresh = {
  host: 'IMAP.example.test',
  login: 'Support',
  folder: 'INBOX',
  mailbox: null,
  generation: 0,
  uidValidity: null,
  lastUid: 0,
  datedUpTo: 0,
  countsFrom: null,
  startFrom: 'all' as const,
  startSince: null,
  liveSince,
  lastSuccessAt: null,
};
const mailbox = 'imap.example.test/support/INBOX';
const going = { ...fresh, mailbox, generation: 1, uidValidity: 77, lastUid: 60 };
const begun = { mailbox, generation: 1, uidValidity: 77, lastUid: 0 };

describe('cursorFor', () => {
  it.each([
    ['all mail counts', fresh, { ...begun, datedUpTo: 0, countsFrom: null }],
    [
      'mail counts from the day named',
      { ...fresh, startFrom: 'since' as const, startSince: new Date('2026-11-01') },
      { ...begun, datedUpTo: 100, countsFrom: new Date('2026-11-01') },
    ],
    [
      'mail counts since the account is live',
      { ...fresh, startFrom: 'new' as const },
      { ...begun, datedUpTo: 100, countsFrom: liveSince },
    ],
    ['it goes on', going, { ...begun, lastUid: 60, datedUpTo: 0, countsFrom: null }],
    [
      'all UIDs are void, and everything is looked through again',
      { ...going, uidValidity: 76 },
      { ...begun, datedUpTo: 0, countsFrom: null },
    ],
    [
      'all UIDs are void, and what never counted still does not',
      { ...going, uidValidity: 76, startFrom: 'new' as const, countsFrom: liveSince },
      { ...begun, datedUpTo: 100, countsFrom: liveSince },
    ],
    [
      'another mailbox begins where the former was left',
      { ...going, mailbox: 'old/support/INBOX', startFrom: 'new' as const, lastSuccessAt: now },
      { ...begun, generation: 2, datedUpTo: 100, countsFrom: now },
    ],
  ])('%s', (_, account, cursor) => {
    expect(cursorFor(account, selected, now)).toEqual(cursor);
  });

  it('dates nothing in an empty mailbox', () => {
    const cursor = cursorFor({ ...fresh, startFrom: 'new' }, { uidValidity: 1, uidNext: 1 }, now);
    expect(cursor).toMatchObject({ lastUid: 0, datedUpTo: 0 });
  });
});

describe('isAt', () => {
  it('knows whether there is anything to write down', () => {
    const cursor = cursorFor(going, selected, now);
    expect(isAt(going, cursor, 60)).toBe(true);
    expect(isAt(going, cursor, 61)).toBe(false);
    expect(isAt(fresh, cursor, 0)).toBe(false);
  });
});
