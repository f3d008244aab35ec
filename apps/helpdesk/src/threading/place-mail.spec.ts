import { type Clues } from './clues.js';
import { placeMail, type Thread, type Threads } from './place-mail.js';

const thread = (number: number, mailbox: string, ...participants: string[]): Thread => ({
  number,
  mailbox,
  participants: new Set(participants),
  sealed: false,
});

const ofJane = thread(1001, 'support@desk.test', 'jane@acme.test');
const ofJohn = thread(1002, 'support@desk.test', 'john@acme.test');
const ofJaneAtSales = thread(1003, 'sales@desk.test', 'jane@acme.test');
const sealed = { ...thread(1004, 'support@desk.test', 'jane@acme.test'), sealed: true };
const all = [ofJane, ofJohn, ofJaneAtSales, sealed];
const articles: Record<string, Thread[]> = {
  '<first@acme.test>': [ofJane],
  '<other@acme.test>': [ofJohn],
  '<both@acme.test>': [ofJane, ofJaneAtSales],
};
const threads: Threads = {
  byNumber: (number) => all.find((each) => each.number === number),
  byMessageId: (id) => articles[id] ?? [],
};

const clues: Clues = {
  sender: 'jane@acme.test',
  mailbox: 'support@desk.test',
  signed: [],
  references: [],
  tags: [],
  reported: null,
};

const joins = (number: number) => ({ joins: number });
const opens = (mentions: number | null = null) => ({ opens: mentions });

it.each<[string, Partial<Clues>, object]>([
  ['no clue', {}, opens()],
  ['our signed Message-ID', { signed: [1001] }, joins(1001)],
  [
    'our signed Message-ID, forwarded to a stranger',
    { signed: [1001], sender: 'eve@evil.test' },
    joins(1001),
  ],
  ['our signed Message-ID without a sender', { signed: [1001], sender: null }, joins(1001)],
  ['a signed Message-ID of a ticket that is gone', { signed: [4711] }, opens()],
  ['two signed Message-IDs, the closest gone', { signed: [4711, 1002] }, joins(1002)],
  ['a signed Message-ID before any hint', { signed: [1002], references: ['<first@acme.test>'] }, joins(1002)],
  ['a reference by who takes part', { references: ['<first@acme.test>'] }, joins(1001)],
  ['a reference by a stranger', { references: ['<first@acme.test>'], sender: 'eve@evil.test' }, opens(1001)],
  ['a reference by nobody', { references: ['<first@acme.test>'], sender: null }, opens(1001)],
  ['a reference to nothing of ours', { references: ['<elsewhere@acme.test>'] }, opens()],
  [
    'a closed door, then an open one',
    { references: ['<other@acme.test>', '<first@acme.test>'] },
    joins(1001),
  ],
  ['a reference to a mail in two mailboxes', { references: ['<both@acme.test>'] }, joins(1001)],
  [
    'the same from the other mailbox',
    { references: ['<both@acme.test>'], mailbox: 'sales@desk.test' },
    joins(1003),
  ],
  ['a tag by who takes part', { tags: [1001] }, joins(1001)],
  ['a tag by a stranger', { tags: [1002] }, opens(1002)],
  ['a tag that no ticket has', { tags: [4711] }, opens()],
  ['a reference before a tag', { references: ['<first@acme.test>'], tags: [1003] }, joins(1001)],
  ['a signed Message-ID of a sealed ticket', { signed: [1004] }, opens(1004)],
  ['a tag of a sealed ticket by who takes part', { tags: [1004] }, opens(1004)],
  ['a foreign reference and an own tag', { references: ['<other@acme.test>'], tags: [1001] }, joins(1001)],
])('%s', (_, change, expected) => {
  const placement = placeMail({ ...clues, ...change }, threads);
  expect(
    placement.kind === 'joins'
      ? { joins: placement.thread.number }
      : { opens: placement.mentions?.number ?? null },
  ).toEqual(expected);
});
