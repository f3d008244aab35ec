import { Problem } from '@mailroom/kernel';
import { type ArchivedFile } from './archived-files.js';
import { ForwardedFiles } from './forwarded-files.js';
import { BYTES_AT_MOST, readDraft } from './read-draft.js';

const deliveryId = '0192f0c1-2345-7abc-8def-0123456789ab';
const brought = { filename: 'a.txt', contentType: 'text/plain', content: new Uint8Array([1]) };

let asked: number[];
beforeEach(() => {
  asked = [];
});

/** What becomes of attachments when the archive answers each with `file`. */
function bring(attachments: readonly object[], file: Partial<ArchivedFile> | Error) {
  const draft = readDraft({
    from: 'desk@x.example',
    to: ['jane@y.example'],
    subject: 'Fwd',
    text: 'Body',
    attachments: attachments as never,
  });
  const archived = {
    file: (_: string, index: number) => {
      asked.push(index);
      if (file instanceof Error) return Promise.reject(file);
      return Promise.resolve({
        filename: 'b.pdf',
        contentType: 'application/pdf',
        content: new Uint8Array(9),
        ...file,
      });
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

it('brings no more once the mail is too large', async () => {
  const named = [0, 1, 2].map((index) => ({ deliveryId, index }));
  const half = { content: new Uint8Array(BYTES_AT_MOST / 2) };
  await expect(bring(named, half)).rejects.toMatchObject({ code: 'mail-too-large' });
  expect(asked).toEqual([0, 1]);
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
