import { replyHeaders } from './reply-headers.js';
import { type Ticket } from './ticket.js';

const ticket = (subject: string): Ticket => Object.assign({} as Ticket, { number: 1042, subject });
const came = (messageId: string | null) => ({ direction: 'in' as const, messageId });
const went = (messageId: string) => ({ direction: 'out' as const, messageId });

it.each([
  ['Printer', 'Re: Printer [#1042]'],
  ['Re: Printer', 'Re: Printer [#1042]'],
  ['AW: RE[2]: Printer [#1042]', 'Re: Printer [#1042]'],
  ['Reprint', 'Re: Reprint [#1042]'],
  ['', 'Re: [#1042]'],
])('answers %j with %j', (subject, answer) => {
  expect(replyHeaders(ticket(subject), []).subject).toBe(answer);
});

it.each([
  ['a first mail', [came('<a>')], '<a>', ['<a>']],
  ['a mail without an id', [came(null)], undefined, []],
  ['an answer', [came('<a>'), went('<b>'), came('<c>')], '<c>', ['<a>', '<b>', '<c>']],
  ['a mail with a reply after it', [came('<a>'), went('<b>')], '<a>', ['<b>', '<a>']],
  ['an older mail', [came('<a>'), came('<b>'), went('<c>')], '<b>', ['<a>', '<c>', '<b>']],
])('refers to %s', (_, articles, inReplyTo, references) => {
  expect(replyHeaders(ticket('x'), articles)).toMatchObject({ inReplyTo, references });
});

it('names the first mail and the latest ones of a long ticket', () => {
  const articles = Array.from({ length: 40 }, (_, index) => came(`<${index}>`));
  const { references } = replyHeaders(ticket('x'), articles);
  expect(references).toEqual(['<0>', ...Array.from({ length: 9 }, (_, index) => `<${31 + index}>`)]);
});
