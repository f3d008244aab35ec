import { type MailDraft } from './mail-draft.js';
import { BYTES_AT_MOST, readDraft } from './read-draft.js';

const draft: MailDraft = {
  from: 'Desk <desk@x.example>',
  to: ['Jane <jane@Y.example>'],
  subject: 'Hello',
  text: 'Body',
};

const ID = '0192f0c1-2345-7abc-8def-0123456789ab';

it('reads addresses however they come', () => {
  const { stored } = readDraft({ ...draft, cc: [{ name: ' Bob ', address: 'bob@Z.example' }] });
  expect(stored).toMatchObject({
    from: { name: 'Desk', address: 'desk@x.example' },
    to: [{ name: 'Jane', address: 'jane@y.example' }],
    cc: [{ name: 'Bob', address: 'bob@z.example' }],
    bcc: [],
  });
});

it('reads lists and groups as those who are in them, in any alphabet', () => {
  const { stored } = readDraft({
    ...draft,
    to: ['"Doe, Jane" <jane@y.example>, bob@y.example', 'Team: a@y.example, Zoë <zoë@bücher.example>;'],
    bcc: ['undisclosed-recipients:;'],
  });
  expect(stored.to).toEqual([
    { name: 'Doe, Jane', address: 'jane@y.example' },
    { name: '', address: 'bob@y.example' },
    { name: '', address: 'a@y.example' },
    { name: 'Zoë', address: 'zoë@xn--bcher-kva.example' },
  ]);
  expect(stored.bcc).toEqual([]);
});

it.each<[string, Partial<MailDraft>, object]>([
  ['nobody', { to: [] }, { code: 'draft-invalid', field: 'to' }],
  ['a group of nobody', { to: ['undisclosed-recipients:;'] }, { code: 'draft-invalid', field: 'to' }],
  [
    'a list of more people than a mail may have',
    { cc: [Array.from({ length: 501 }, (_, index) => `p${index}@x.example`).join(', ')] },
    { code: 'draft-invalid', field: 'cc' },
  ],
  ['a list with a broken address', { to: ['jane@y.example, bob'] }, { code: 'address-invalid' }],
  ['two senders', { from: 'a@x.example, b@x.example' }, { code: 'address-invalid' }],
  ['a broken address', { to: ['jane'] }, { code: 'address-invalid' }],
  ['a line break in an address', { to: ['a@b.example\r\nBcc: c@d.example'] }, { code: 'address-invalid' }],
  [
    'a line break in a name',
    { to: [{ name: 'a\r\nBcc: c@d.example', address: 'a@b.example' }] },
    { code: 'address-invalid' },
  ],
  ['a Message-ID without brackets', { messageId: 'a@b' }, { code: 'draft-invalid', field: 'messageId' }],
  [
    'a header of ours',
    { headers: { BCC: 'x@y.example' } },
    { code: 'header-not-allowed', params: { name: 'BCC' } },
  ],
  [
    'a header with a line break',
    { headers: { 'X-A': 'b\nBcc: c@d.example' } },
    { code: 'header-not-allowed' },
  ],
  ['a header name that is none', { headers: { 'X A': 'b' } }, { code: 'header-not-allowed' }],
  [
    'a content type with a line break',
    { attachments: [file({ contentType: 'text/plain\r\nX: y' })] },
    { code: 'draft-invalid', field: 'attachments.0.contentType' },
  ],
  [
    'an attachment without bytes',
    { attachments: [file({ content: 'bytes' })] },
    attachmentProblem('content'),
  ],
  [
    'a mail that no archive has',
    { attachments: [{ deliveryId: '7', index: 0 }] },
    attachmentProblem('deliveryId'),
  ],
  [
    'an attachment before the first',
    { attachments: [{ deliveryId: ID, index: -1 }] },
    attachmentProblem('index'),
  ],
  [
    'an attachment that is named and brought',
    { attachments: [{ ...file({}), deliveryId: ID, index: 0 }] },
    { code: 'draft-invalid', field: 'attachments.0' },
  ],
  [
    'too much',
    { attachments: [file({ content: new Uint8Array(BYTES_AT_MOST) })] },
    { code: 'mail-too-large' },
  ],
])('refuses %s', (_, change, problem) => {
  expect(() => readDraft({ ...draft, ...change })).toThrow(expect.objectContaining(problem));
});

it('puts a subject on one line and takes out what a database cannot hold', () => {
  const { stored } = readDraft({ ...draft, subject: 'Hi\r\nBcc: x@y.example', text: 'a\u0000b\ud800' });
  expect(stored).toMatchObject({ subject: 'Hi Bcc: x@y.example', text: 'ab\ufffd' });
});

it('leaves out references that cannot stand in a header', () => {
  const references = ['<a@b>', ' <c> ', 'd@e', '<f g>', '<h\r\nBcc: i>', '<ü@j>'];
  const { stored } = readDraft({ ...draft, references, inReplyTo: 'nonsense' });
  expect(stored).toMatchObject({ references: ['<a@b>', '<c>'], inReplyTo: null });
});

it('keeps the order of attachments that it has and that it names, and weighs those that it has', () => {
  const named = { deliveryId: ID, index: 2, contentId: 'pic@x' };
  const { attachments, stored, bytes } = readDraft({ ...draft, attachments: [named, file({})] });
  expect(attachments).toEqual([
    { ...named, kind: 'forwarded' },
    { ...file({}), kind: 'brought' },
  ]);
  expect([stored.contentIds, bytes]).toEqual([['pic@x', null], draft.text.length + 1]);
});

it('strips paths from file names', () => {
  const { attachments } = readDraft({ ...draft, attachments: [file({ filename: '../a\\b\r\n.txt' })] });
  expect(attachments[0]).toMatchObject({ filename: '.._a_b .txt' });
});

function attachmentProblem(field: string) {
  return { code: 'draft-invalid', field: `attachments.0.${field}` };
}

function file(change: object) {
  return { filename: 'a.txt', contentType: 'text/plain', content: new Uint8Array([1]), ...change };
}

it('says what kind of mail it is, and lets the host say it differently', () => {
  const { stored } = readDraft({
    ...draft,
    automatic: 'generated',
    unsubscribe: { url: 'https://desk.example/u', address: 'leave@Desk.example' },
    headers: { Precedence: 'list' },
  });
  expect(stored.headers).toEqual({
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'All',
    'List-Unsubscribe': '<https://desk.example/u>, <mailto:leave@desk.example>',
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    Precedence: 'list',
  });
});

it.each([
  ['a way out in the clear', { unsubscribe: { url: 'http://desk.example/u' } }, 'unsubscribe.url'],
  ['no way out', { unsubscribe: {} }, 'unsubscribe'],
  ['a notice about nothing', { notice: { notify: [], returns: 'full' } }, 'notice.notify'],
] as const)('refuses %s', (_, change, field) => {
  expect(() => readDraft({ ...draft, ...change })).toThrow(
    expect.objectContaining({ code: 'draft-invalid', field }),
  );
});
