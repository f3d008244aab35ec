import { RunNotes } from '../activity/run-notes.js';
import { type ArrivedMail } from '../deliveries/arrived-mail.js';
import { type GroupCommit } from '../deliveries/group-commit.js';
import { type Mailbox, type SentMail } from '../mailbox/mailbox.js';
import { MailboxDrain } from './mailbox-drain.js';
import { SettledUids } from './settled-uids.js';
import { TurnPlan } from './turn-plan.js';
import { type Visit } from './visit.js';

/** Each is a FETCH and a group of its own; the memory has room for two. */
const LARGE_BYTES = 9_000_000;

type Read = (mail: SentMail) => Promise<Pick<ArrivedMail, 'rawRows'>>;
type Commit = () => Promise<readonly never[]>;

async function quiet(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
}

const packedTo =
  (bytes: number): Read =>
  () =>
    Promise.resolve({ rawRows: Buffer.alloc(bytes) });

/** A drain of a mailbox with three large mails, and what it has fetched of them. */
function largeMails(read: Read, commit: Commit) {
  const uids = [1, 2, 3];
  const fetched: number[] = [];
  const mailbox = {
    lot: 1,
    weigh: () => Promise.resolve({ sizes: new Map(uids.map((uid) => [uid, LARGE_BYTES])), oversized: [] }),
    async *fetch([uid = 0]: readonly number[]): AsyncGenerator<SentMail> {
      await Promise.resolve();
      fetched.push(uid);
      yield { uid, source: Buffer.alloc(LARGE_BYTES), receivedAt: null };
    },
  } as unknown as Mailbox;
  const survey = {
    standpoint: () => Promise.resolve({ cursor: {}, isKept: () => true }),
    plan: () =>
      Promise.resolve({
        place: { settled: new SettledUids(uids, 0, 3) },
        plan: new TurnPlan({ mailbox, uids, messages: 100, sizeLimit: 1e9, bytes: 1e9 }),
        more: false,
      }),
  };
  const reader = { read };
  const groups = { commit } as unknown as GroupCommit;
  const drain = new MailboxDrain(survey as never, groups, {} as never, {} as never, reader as never);
  const { signal } = new AbortController();
  const notes = new RunNotes();
  const visit = { mailbox, signal, notes, progressed: () => undefined } as unknown as Visit;
  return { fetched, run: () => drain.run(visit) };
}

/** Commits that wait until they are let go. */
function heldCommits() {
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  return { letGo, commit: () => held.then(() => []) };
}

describe('the memory of a drain', () => {
  it('has room for more as soon as a mail is packed, committed or not', async () => {
    const { commit, letGo } = heldCommits();
    const { fetched, run } = largeMails(packedTo(1_000_000), commit);
    const running = run();
    await quiet();
    expect(fetched).toEqual([1, 2, 3]);
    letGo();
    await running;
  });

  it('is held by mail that became no smaller until that is committed', async () => {
    const { commit, letGo } = heldCommits();
    const { fetched, run } = largeMails(packedTo(LARGE_BYTES), commit);
    const running = run();
    await quiet();
    expect(fetched).toEqual([1, 2]);
    letGo();
    await running;
    expect(fetched).toEqual([1, 2, 3]);
  });

  it('is given back whole by mail that cannot be read, and by what was fetched behind it', async () => {
    let isBroken = true;
    const read: Read = (mail) =>
      isBroken ? Promise.reject(new Error('no reader')) : packedTo(LARGE_BYTES)(mail);
    const { fetched, run } = largeMails(read, () => Promise.resolve([]));
    for (let turn = 0; turn < 3; turn++) await expect(run()).rejects.toThrow('no reader');
    isBroken = false;
    fetched.length = 0;
    await run();
    expect(fetched).toEqual([1, 2, 3]);
  });

  it('is given back whole where a commit fails', async () => {
    let isBroken = true;
    const commit: Commit = () => (isBroken ? Promise.reject(new Error('no disk')) : Promise.resolve([]));
    const { fetched, run } = largeMails(packedTo(LARGE_BYTES), commit);
    for (let turn = 0; turn < 3; turn++) await expect(run()).rejects.toThrow('no disk');
    isBroken = false;
    fetched.length = 0;
    await run();
    expect(fetched).toEqual([1, 2, 3]);
  });
});
