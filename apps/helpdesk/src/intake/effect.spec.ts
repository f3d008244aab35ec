import { type MailReport } from '@mailroom/plugin';
import { reopens } from './effect.js';

const report = (kind: MailReport['kind']): MailReport => ({
  kind,
  recipients: [],
  originalMessageId: null,
  originalReferences: [],
});

it.each<[string, Parameters<typeof reopens>[0], boolean]>([
  ['an answer', { automaticReply: false, historic: false, report: null }, true],
  ['an answer of long ago', { automaticReply: false, historic: true, report: null }, false],
  ['an absence note', { automaticReply: true, historic: false, report: null }, false],
  ['a bounce', { automaticReply: false, historic: false, report: report('bounce') }, true],
  [
    'a bounce that calls itself an automatic reply',
    { automaticReply: true, historic: false, report: report('bounce') },
    true,
  ],
  ['a delay', { automaticReply: false, historic: false, report: report('delay') }, false],
  ['a delivery receipt', { automaticReply: false, historic: false, report: report('delivered') }, false],
  ['a read receipt', { automaticReply: true, historic: false, report: report('disposition') }, false],
  ['a complaint', { automaticReply: false, historic: false, report: report('complaint') }, false],
])('%s reopens a ticket: %s', (_, mail, expected) => {
  expect(reopens(mail)).toBe(expected);
});
