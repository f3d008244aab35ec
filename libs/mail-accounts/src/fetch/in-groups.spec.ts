import { inGroups, type Pause } from './in-groups.js';
import { ReadAhead } from './read-ahead.js';

interface Mail {
  readonly kind: 'mail';
  readonly uid: number;
  readonly bytes: number;
}

const mail = (uid: number, bytes = 1): Mail => ({ kind: 'mail', uid, bytes });

async function* arriving(sizes: readonly number[], end?: Error): AsyncGenerator<Mail> {
  for (const [index, bytes] of sizes.entries()) {
    await new Promise(setImmediate);
    yield mail(index + 1, bytes);
  }
  if (end) throw end;
}

async function groupsOf(source: AsyncIterable<Mail>, limits: { messages: number; bytes: number }) {
  const groups: number[][] = [];
  for await (const group of inGroups(new ReadAhead(source), { ...limits, waitMs: 60_000 }))
    groups.push(group.map(({ uid }) => uid));
  return groups;
}

describe('inGroups', () => {
  it.each([
    ['nothing', [], []],
    ['so many', [1, 1, 1, 1, 1, 1, 1], [[1, 2, 3], [4, 5, 6], [7]]],
    ['so much', [60, 60, 10, 200, 5], [[1, 2], [3, 4], [5]]],
  ])('cuts after %s', async (_, sizes, groups) => {
    expect(await groupsOf(arriving(sizes), { messages: 3, bytes: 100 })).toEqual(groups);
  });

  it('begins with small groups', async () => {
    const groups = await groupsOf(arriving(Array.from({ length: 200 }, () => 1)), {
      messages: 100,
      bytes: 1_000,
    });
    expect(groups.map(({ length }) => length)).toEqual([8, 32, 100, 60]);
    expect(groups.flat()).toEqual(Array.from({ length: 200 }, (_, index) => index + 1));
  });

  it('does not wait for a full group when nothing comes', async () => {
    let go: () => void = () => undefined;
    const more = new Promise<void>((resolve) => (go = resolve));
    async function* slow(): AsyncGenerator<Mail> {
      yield mail(1);
      await more;
      yield mail(2);
    }
    const groups = inGroups(new ReadAhead(slow()), { messages: 9, bytes: 9, waitMs: 1 });
    expect((await groups.next()).value).toEqual([mail(1)]);
    go();
    expect((await groups.next()).value).toEqual([mail(2)]);
    expect((await groups.next()).done).toBe(true);
  });

  it('gives what came before an error, and then the error', async () => {
    const groups = inGroups(new ReadAhead(arriving([1, 1], new Error('lost'))));
    expect((await groups.next()).value).toHaveLength(2);
    await expect(groups.next()).rejects.toThrow('lost');
  });

  it('does not wait for what comes only after this group, but does for what comes by itself', async () => {
    let isOver = true;
    const pause: Pause = { kind: 'pause', isOver: () => isOver };
    let go: () => void = () => undefined;
    const committed = new Promise<void>((resolve) => (go = resolve));
    async function* halting(): AsyncGenerator<Mail | Pause> {
      yield pause;
      yield mail(1);
      yield pause;
      yield mail(2);
      await new Promise(setImmediate);
      isOver = false;
      yield pause;
      await committed;
      yield mail(3);
    }
    const groups = inGroups(new ReadAhead(halting()), { messages: 9, bytes: 9, waitMs: 60_000 });
    expect((await groups.next()).value).toEqual([mail(1), mail(2)]);
    go();
    expect((await groups.next()).value).toEqual([mail(3)]);
    expect((await groups.next()).done).toBe(true);
  });
});
