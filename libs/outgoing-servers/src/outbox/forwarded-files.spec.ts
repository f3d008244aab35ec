import { Problem } from '@mailroom/kernel';
import { type ArchivedFile, type ArchivedFiles } from './archived-files.js';
import { ForwardedFiles } from './forwarded-files.js';
import { BYTES_AT_MOST, readDraft } from './read-draft.js';

const deliveryId = '0192f0c1-2345-7abc-8def-0123456789ab';
const brought = { filename: 'a.txt', contentType: 'text/plain', content: new Uint8Array([1]) };

let asked: [string, readonly number[]][];
beforeEach(() => {
  asked = [];
});

/** What becomes of attachments when the archive answers each with `file`, as it would. */
function bring(attachments: readonly object[], file: Partial<ArchivedFile> | Error) {
  const draft = readDraft({
    from: 'desk@x.example',
    to: ['jane@y.example'],
    subject: 'Fwd',
    text: 'Body',
    attachments: attachments as never,
  });
  const archived: ArchivedFiles = {
    files: (delivery, { indexes, most }) => {
      asked.push([delivery, indexes]);
      if (file instanceof Error) return Promise.reject(file);
      const found = {
        filename: 'b.pdf',
        contentType: 'application/pdf',
        content: new Uint8Array(9),
        ...file,
      };
      const bytes = found.content.byteLength * indexes.length;
      const kept = bytes > most ? { ...found, content: new Uint8Array() } : found;
      return Promise.resolve({ bytes, files: indexes.map(() => kept) });
    },
  };
  return new ForwardedFiles(archived).bring(draft);
}

it('brings what is named, between what is brought', async () => {
  const { attachments, bytes } = await bring(
    [brought, { deliveryId, index: 4, contentId: 'c@x' }, brought],
    {},
  );
  expect(attachments).toMatchObject([
    brought,
    { filename: 'b.pdf', contentType: 'application/pdf', content: new Uint8Array(9), contentId: 'c@x' },
    brought,
  ]);
  expect(bytes).toBe('Body'.length + 1 + 9 + 1);
});

it.each<[string, object, Partial<ArchivedFile>, object]>([
  ['the name that the draft gives', { filename: 'mine.pdf' }, {}, { filename: 'mine.pdf' }],
  ['a name without paths', {}, { filename: '../b/c' }, { filename: '.._b_c' }],
  ['a name where there was none', {}, { filename: '' }, { filename: 'attachment-5' }],
  ['no name that is too long', {}, { filename: 'x'.repeat(300) }, { filename: 'x'.repeat(255) }],
  [
    'no type that breaks a header',
    {},
    { contentType: 'a/b\r\nX: y' },
    { contentType: 'application/octet-stream' },
  ],
  [
    'no type that wants parts',
    {},
    { contentType: 'multipart/mixed' },
    { contentType: 'application/octet-stream' },
  ],
])('gives a file %s', async (_, named, file, expected) => {
  const { attachments } = await bring([{ deliveryId, index: 4, ...named }], file);
  expect(attachments).toMatchObject([expected]);
});

it('reads each mail once, whatever the order in which its files are named', async () => {
  const other = '0192f0c1-2345-7abc-8def-0123456789ac';
  const { attachments, bytes } = await bring(
    [
      { deliveryId, index: 2 },
      { deliveryId: other, index: 0 },
      brought,
      { deliveryId, index: 1, filename: 'one.pdf' },
      { deliveryId, index: 2, filename: 'again.pdf' },
    ],
    {},
  );
  expect(asked).toEqual([
    [deliveryId, [2, 1]],
    [other, [0]],
  ]);
  expect(attachments.map(({ filename }) => filename)).toEqual([
    'b.pdf',
    'b.pdf',
    'a.txt',
    'one.pdf',
    'again.pdf',
  ]);
  expect(bytes).toBe('Body'.length + 1 + 4 * 9);
});

it('brings no more once the mail is too large', async () => {
  const half = { content: new Uint8Array(BYTES_AT_MOST / 2) };
  const others = [3, 4, 5].map((digit) => deliveryId.replace(/.$/, String(digit)));
  const named = others.map((each) => ({ deliveryId: each, index: 0 }));
  await expect(bring(named, half)).rejects.toMatchObject({ code: 'mail-too-large' });
  expect(asked.map(([each]) => each)).toEqual(others.slice(0, 2));
});

it.each([
  ['of one mail', [0, 1, 2].map((index) => ({ deliveryId, index }))],
  ['named more than once', [0, 0, 0].map((index) => ({ deliveryId, index }))],
])('refuses files %s that are too large together', async (_, named) => {
  const half = { content: new Uint8Array(BYTES_AT_MOST / 2) };
  await expect(bring(named, half)).rejects.toMatchObject({ code: 'mail-too-large' });
});

it('says at which field a file is missing, and passes on what is no matter of the draft', async () => {
  const missing = new Problem('attachment-not-found', 'not-found', { field: 'index', params: { index: 9 } });
  await expect(bring([brought, { deliveryId, index: 9 }], missing)).rejects.toMatchObject({
    code: 'attachment-not-found',
    kind: 'not-found',
    field: 'attachments.1.index',
    params: { index: 9 },
  });
  const busy = new Problem('parser-busy', 'busy');
  await expect(bring([{ deliveryId, index: 9 }], busy)).rejects.toBe(busy);
});
