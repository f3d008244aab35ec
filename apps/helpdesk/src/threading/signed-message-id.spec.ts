import { signedMessageId, ticketOfMessageId, ticketsInSubject } from './signed-message-id.js';

const other = (digit: string): string => (digit === '0' ? '1' : '0');
const secret = 'a secret of thirty-two characters';

describe('signed Message-IDs', () => {
  const id = signedMessageId(secret, 1042, 'desk.test');

  it('name their ticket and are never the same twice', () => {
    expect(id).toMatch(/^<ticket\.1042\.[0-9a-f]{16}\.[0-9a-f]{32}@desk\.test>$/);
    expect(ticketOfMessageId(secret, id)).toBe(1042);
    expect(signedMessageId(secret, 1042, 'desk.test')).not.toBe(id);
  });

  it.each([
    ['another ticket', (it: string) => it.replace('1042', '1043')],
    ['another nonce', (it: string) => it.replace(/(?<=1042\.)./, other)],
    ['another signature', (it: string) => it.replace(/.(?=@)/, other)],
    ['a shorter signature', (it: string) => it.replace(/[0-9a-f]@/, '@')],
    ['no brackets', (it: string) => it.slice(1, -1)],
    ['something behind it', (it: string) => `${it}<x@y>`],
    ['a number no ticket can have', (it: string) => it.replace('1042', '9999999999')],
    ['somebody else’s', () => '<CAF=1042@mail.gmail.com>'],
    ['nothing', () => ''],
  ])('%s is not ours', (_, change) => {
    expect(ticketOfMessageId(secret, change(id))).toBeNull();
  });

  it('survive a gateway that shouts or moves them to its own domain', () => {
    expect(ticketOfMessageId(secret, id.toUpperCase())).toBe(1042);
    expect(ticketOfMessageId(secret, id.replace('@desk.test', '@relay.test'))).toBe(1042);
  });

  it('are worth nothing under another secret', () => {
    expect(ticketOfMessageId('another secret of thirty-two chars', id)).toBeNull();
  });
});

it.each([
  ['Re: Printer [#1042]', [1042]],
  ['[#1042] AW: [#7]', [1042, 7]],
  ['Re: #1042', []],
  ['[#9999999999] [#12345678901]', []],
])('%s names %j', (subject, tickets) => {
  expect(ticketsInSubject(subject)).toEqual(tickets);
});
