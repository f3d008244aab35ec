import { pathToFileURL } from 'node:url';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contentKeyOf, unpack } from './pack.js';
import { ParseThread } from './parse-thread.js';
import { rawPieces } from './raw-rows.js';

const source = new URL('parse-worker.ts', import.meta.url);
const typescript = [
  '--import',
  new URL('../../../../test/support/typescript-source.mjs', import.meta.url).href,
];
const limits = { budgetMs: 20_000, longest: 10 };
const letter = (subject: string): Buffer => Buffer.from(`Subject: ${subject}\r\n\r\nHello ${subject}\r\n`);

describe('ParseThread with the real worker', () => {
  const thread = new ParseThread(source, limits, typescript);
  afterAll(() => thread.close());

  it('may be started before there is anything to do, and more than once', async () => {
    const early = new ParseThread(source, limits, typescript);
    early.start();
    early.start();
    const taken = await early.run({ kind: 'parse', raw: letter('first') });
    expect(taken.parsed?.subject).toBe('first');
    await early.close();
    early.start();
    await expect(early.run({ kind: 'parse', raw: letter('late') })).rejects.toMatchObject({
      code: 'parser-stopped',
    });
  });

  it('reads, names and packs a mail, and leaves the caller its bytes', async () => {
    // A view into a larger buffer, as network code hands them out.
    const raw = Buffer.concat([Buffer.alloc(100), letter('one'), Buffer.alloc(100)]).subarray(100, -100);
    const taken = await thread.run({ kind: 'parse', raw });
    expect(taken.parsed).toMatchObject({ subject: 'one', text: 'Hello one\n', date: null });
    expect(Buffer.from(taken.contentKey)).toEqual(contentKeyOf(letter('one')));
    expect(await unpack(Buffer.concat([...rawPieces(Buffer.from(taken.rawRows))]))).toEqual(letter('one'));
    expect(raw).toEqual(letter('one'));
  });

  it('answers each its own', async () => {
    const subjects = ['a', 'b', 'c', 'd', 'e'];
    const taken = await Promise.all(
      subjects.map((subject) => thread.run({ kind: 'parse', raw: letter(subject) })),
    );
    expect(taken.map(({ parsed }) => parsed?.subject)).toEqual(subjects);
  });

  it('makes a mail readable and takes an attachment out', async () => {
    const raw = Buffer.from(
      [
        'Content-Type: multipart/mixed; boundary=x',
        '',
        '--x',
        'Content-Type: text/html',
        '',
        '<p onclick="steal()">Hi<script>steal()</script></p>',
        '--x',
        'Content-Disposition: attachment; filename=a.bin',
        'Content-Transfer-Encoding: base64',
        '',
        'AAEC/w==',
        '--x--',
      ].join('\r\n'),
    );
    expect(await thread.run({ kind: 'read', raw })).toMatchObject({ html: '<p>Hi</p>', text: 'Hi' });
    const file = { filename: 'a.bin', contentType: 'application/octet-stream' };
    const bytes = new Uint8Array([0, 1, 2, 255]);
    const files = { kind: 'attachments', raw, indexes: [1, 0] } as const;
    expect(await thread.run({ ...files, most: 4 })).toEqual({
      bytes: 4,
      attachments: [null, { ...file, bytes }],
    });
    expect(await thread.run({ ...files, most: 3 })).toEqual({
      bytes: 4,
      attachments: [null, { ...file, bytes: new Uint8Array() }],
    });
  });
});

describe('ParseThread with a thread that breaks', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parse-thread-'));
  const script = join(folder, 'worker.mjs');
  writeFileSync(
    script,
    `import { parentPort } from 'node:worker_threads';
     parentPort.on('message', (tasks) => {
       for (const { raw } of tasks) {
         const word = Buffer.from(raw).toString();
         if (word === 'hang') for (;;);
         if (word === 'crash') process.exit(1);
         if (word === 'throw') throw new Error('x');
         parentPort.postMessage({ done: word });
       }
     });`,
  );
  const threads: ParseThread[] = [];
  const threadOf = (budgetMs: number, longest = 100): ParseThread => {
    const thread = new ParseThread(pathToFileURL(script), { budgetMs, longest });
    threads.push(thread);
    return thread;
  };
  const say = (thread: ParseThread, word: string, urgent = false): Promise<unknown> =>
    thread.run({ kind: 'parse', raw: Buffer.from(word) }, urgent);

  afterEach(() => Promise.all(threads.splice(0).map((thread) => thread.close())));
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    ['hang', 'too-slow', 2_000],
    ['crash', 'crashed', 20_000],
    ['throw', 'crashed', 20_000],
  ])('gives up what makes it %s, and nothing else', async (word, why, budgetMs) => {
    const thread = threadOf(budgetMs);
    const answers = await Promise.allSettled(['a', word, 'b', 'c'].map((each) => say(thread, each)));
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
    expect(answers[1]).toMatchObject({ reason: { why } });
  });

  it('refuses what would make the queue endless', async () => {
    const thread = threadOf(20_000, 1);
    // More than the thread gets at once, so that it waits.
    const large = 'a'.repeat(2_100_000);
    const answers = ['hang', large, large].map((word) => say(thread, word));
    await expect(answers[2]).rejects.toMatchObject({ code: 'parser-busy', disposition: 'retry-later' });
    const settled = Promise.allSettled(answers);
    await thread.close();
    expect((await settled).map(({ status }) => status)).toEqual(Array(3).fill('rejected'));
  });

  it('lets people go before the queue', async () => {
    const thread = threadOf(20_000);
    const order: unknown[] = [];
    const letters = 'abcdefghijklmnopqrstuvwxyz'.split('');
    const queue = letters.map((word) => say(thread, word).then((said) => order.push(said)));
    await Promise.all([...queue, say(thread, 'reader', true).then((said) => order.push(said))]);
    expect(order.indexOf('reader')).toBe(17);
    expect(order.filter((word) => word !== 'reader')).toEqual(letters);
  });

  it('stops at once, and says so', async () => {
    const thread = threadOf(20_000);
    const waiting = say(thread, 'hang');
    const settled = expect(waiting).rejects.toMatchObject({ code: 'parser-stopped' });
    await thread.close();
    await settled;
    await expect(say(thread, 'a')).rejects.toMatchObject({ code: 'parser-stopped' });
  });
});
