import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { composeInPieces, composeMail, recipientsOf, type Letter } from './compose-mail.js';
import { readDraft } from './read-draft.js';

const { stored } = readDraft({
  from: 'Jörg <joerg@x.example>',
  to: ['"Doe, Jane" <jane@y.example>'],
  cc: ['bob@z.example'],
  bcc: ['secret@z.example', 'JANE@y.example'],
  subject: 'Grüße ✓',
  text: 'Hallo\n.\nWelt',
  html: '<p>Hallo</p><img src="cid:logo">',
  inReplyTo: '<first@y.example>',
  references: ['<zero@y.example>', '<first@y.example>'],
  headers: { 'Auto-Submitted': 'auto-replied' },
  attachments: [
    {
      filename: 'Ä.bin',
      contentType: 'application/octet-stream',
      content: Buffer.from([0, 255, 10]),
      contentId: 'logo',
    },
  ],
});

const letter: Letter = {
  id: '0b0c7a52-6f7e-4a57-a5d1-0f6f0a9b8c7d',
  messageId: '<one@x.example>',
  date: new Date('2026-03-01T12:00:00Z'),
  draft: stored,
  headerFrom: { name: 'Jörg', address: 'notifications@x.example' },
  replyTo: stored.from,
  attachments: [
    { filename: 'Ä.bin', contentType: 'application/octet-stream', content: Buffer.from([0, 255, 10]) },
  ],
};

it('writes what the draft says, as the route decided', async () => {
  const mail = await simpleParser(await composeMail(letter));
  expect(mail.from?.text).toBe('"Jörg" <notifications@x.example>');
  expect(mail.replyTo?.text).toBe('"Jörg" <joerg@x.example>');
  expect(mail).toMatchObject({
    messageId: '<one@x.example>',
    date: letter.date,
    subject: 'Grüße ✓',
    inReplyTo: '<first@y.example>',
    references: ['<zero@y.example>', '<first@y.example>'],
  });
  expect(mail.headers.get('auto-submitted')).toBe('auto-replied');
  expect(mail.attachments[0]).toMatchObject({
    filename: 'Ä.bin',
    content: Buffer.from([0, 255, 10]),
    cid: 'logo',
  });
});

it('tells nobody of blind copies, and nobody twice', async () => {
  expect((await composeMail(letter)).toString()).not.toMatch(/bcc|secret@/i);
  expect(recipientsOf(stored)).toEqual(['jane@y.example', 'bob@z.example', 'secret@z.example']);
});

it('is the same at every try, byte for byte', async () => {
  expect(await composeMail(letter)).toEqual(await composeMail(letter));
});

it('lets the draft say where replies go', async () => {
  const draft = { ...stored, replyTo: { name: '', address: 'queue@x.example' } };
  const mail = await simpleParser(await composeMail({ ...letter, draft }));
  expect(mail.replyTo?.text).toBe('queue@x.example');
});

it('reads no file and no address that a body names', async () => {
  const path = new URL(import.meta.url).pathname;
  const html = `<img src="file://${path}"><img src="http://127.0.0.1:9/x.png">`;
  const mail = await composeMail({ ...letter, draft: { ...stored, html }, attachments: [] });
  expect(mail.toString()).not.toContain('simpleParser');
});

const lines = fc
  .array(
    fc.oneof(
      fc.string({ maxLength: 90 }),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.constantFrom('', ' ', '.', '\t', '--', '=3D', 'x'.repeat(1_200), 'ß'.repeat(80), 'a b '.repeat(40)),
    ),
    { maxLength: 12 },
  )
  .chain((texts) => fc.constantFrom('\n', '\r\n', '\r').map((end) => texts.join(end)));
const files = fc.array(
  fc.record({
    filename: fc.constantFrom('a.txt', 'Ä ö.pdf', 'x"y.bin', 'mail.eml'),
    contentType: fc.constantFrom('text/plain', 'image/png', 'message/rfc822', 'application/octet-stream'),
    content: fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
    contentId: fc.constantFrom(null, 'logo'),
  }),
  { maxLength: 3 },
);

it('is the same written at once and in pieces, whatever it holds', async () => {
  const drafts = fc.record({ text: lines, html: fc.option(lines), files });
  await fc.assert(
    fc.asyncProperty(drafts, async ({ text, html, files: attached }) => {
      const contentIds = attached.map(({ contentId }) => contentId);
      const whole: Letter = {
        ...letter,
        draft: { ...stored, text, html, contentIds },
        attachments: attached,
      };
      expect((await composeMail(whole)).toString('latin1')).toBe(
        (await buffer(composeInPieces(whole))).toString('latin1'),
      );
    }),
    { numRuns: 150 },
  );
});
