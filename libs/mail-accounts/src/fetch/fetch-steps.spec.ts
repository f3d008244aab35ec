import { type Mailbox, type SentMail } from '../mailbox/mailbox.js';
import { Allowance } from './allowance.js';
import { fetchSteps, type FetchRun, type Parcel } from './fetch-steps.js';
import { type Pause } from './in-groups.js';
import { type Step } from './turn-plan.js';

const sent = (uid: number, bytes: number): SentMail => ({
  uid,
  source: Buffer.alloc(bytes),
  receivedAt: new Date(0),
});

/** A mailbox with mails of these sizes, by their UIDs; one of no size is on the server and does not come. */
function mailboxOf(sizes: Readonly<Record<number, number>>): Mailbox {
  const fetch = async function* (uids: readonly number[]): AsyncGenerator<SentMail> {
    await Promise.resolve();
    for (const uid of uids) if (sizes[uid]) yield sent(uid, sizes[uid]);
  };
  const stillThere = (uids: readonly number[]) => Promise.resolve(uids.filter((uid) => uid in sizes));
  return { fetch, stillThere } as unknown as Mailbox;
}

async function* given(steps: readonly Step[]): AsyncGenerator<Step> {
  await Promise.resolve();
  yield* steps;
}

function run(sizes: Readonly<Record<number, number>>, memory: Allowance): FetchRun {
  return { mailbox: mailboxOf(sizes), memory, over: () => false, between: () => Promise.resolve() };
}

function isMail(parcel: Parcel | Pause): parcel is Parcel & { kind: 'mail' } {
  return parcel.kind === 'mail';
}

describe('fetchSteps', () => {
  it('says what came of each UID, once', async () => {
    const steps = given([
      { uids: [1, 2, 3, 4], bytes: 10 },
      { oversized: [{ uid: 5, size: 99, receivedAt: null }] as never },
    ]);
    const said: unknown[] = [];
    for await (const parcel of fetchSteps(run({ 1: 4, 2: 3, 3: 0 }, new Allowance(100)), steps))
      said.push([parcel.kind, 'uids' in parcel ? parcel.uids : isMail(parcel) ? parcel.mail.uid : null]);
    expect(said).toEqual([
      ['mail', 1],
      ['mail', 2],
      ['gone', [4]],
      ['withheld', [3]],
      ['oversized', null],
    ]);
  });

  it('gives each mail its own part of the memory, and the rest back after the range', async () => {
    const memory = new Allowance(100);
    const mails: (Parcel & { kind: 'mail' })[] = [];
    const steps = given([{ uids: [1, 2], bytes: 60 }]);
    for await (const parcel of fetchSteps(run({ 1: 10, 2: 20 }, memory), steps))
      if (isMail(parcel)) mails.push(parcel);
    expect([memory.isShort(70), memory.isShort(71)]).toEqual([false, true]);
    mails[0]?.memory.free();
    expect([memory.isShort(80), memory.isShort(81)]).toEqual([false, true]);
    mails[1]?.memory.shrink(5);
    expect([memory.isShort(95), memory.isShort(96)]).toEqual([false, true]);
  });

  it('pauses where it waits for memory, and says when that is over', async () => {
    const memory = new Allowance(50);
    const steps = given([
      { uids: [1], bytes: 40 },
      { uids: [2], bytes: 40 },
    ]);
    const parcels = fetchSteps(run({ 1: 40, 2: 40 }, memory), steps);
    const first = (await parcels.next()).value as Parcel & { kind: 'mail' };
    const pause = (await parcels.next()).value as Pause;
    expect([pause.kind, pause.isOver()]).toEqual(['pause', false]);
    const second = parcels.next();
    expect(pause.isOver()).toBe(false);
    first.memory.free();
    expect(await second).toMatchObject({ value: { kind: 'mail', mail: { uid: 2 } } });
    expect(pause.isOver()).toBe(true);
  });
});
