import { automaticAnswerTo } from './may-answer.js';

const account = { id: 'a', name: 'Support', address: 'Support@desk.test', destination: null };
const jane = { name: 'Jane', address: 'jane@acme.test' };
const plain = { automatic: false, historic: false, report: null, from: jane, replyTo: [], account };
const to = (address: string) => ({ ...plain, from: { name: '', address } });

it.each<[string, Parameters<typeof automaticAnswerTo>[0], string | null]>([
  ['a person', plain, 'jane@acme.test'],
  [
    'where answers are wanted',
    { ...plain, replyTo: [{ name: '', address: 'team@acme.test' }] },
    'team@acme.test',
  ],
  ['history', { ...plain, historic: true }, null],
  ['a machine', { ...plain, automatic: true }, null],
  [
    'a report',
    { ...plain, report: { kind: 'bounce', recipients: [], originalMessageId: null, originalReferences: [] } },
    null,
  ],
  ['nobody', { ...plain, from: null }, null],
  ['itself', to('support@desk.test'), null],
  ['itself by Reply-To', { ...plain, replyTo: [{ name: '', address: 'support@desk.test' }] }, null],
  ['no-reply', to('no-reply@acme.test'), null],
  ['noreply', to('NoReply@acme.test'), null],
  ['mailer-daemon', to('MAILER-DAEMON@acme.test'), null],
  ['a list’s owner', to('owner-talk@lists.test'), null],
  ['a list’s robot', to('talk-request@lists.test'), null],
  ['somebody who is only called so', to('noreply.smith@acme.test'), 'noreply.smith@acme.test'],
])('answers %s: %#', (_, mail, expected) => {
  expect(automaticAnswerTo(mail)).toBe(expected);
});
