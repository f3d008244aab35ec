import { walkBack, type DatedMail } from './walk-back.js';

const NOON = new Date('2026-11-20T12:00:00Z');
const minutes = (count: number): Date => new Date(NOON.getTime() + count * 60_000);

/** Mails from the newest on, by how many minutes after noon they came. */
async function walked(came: readonly (number | null)[]): Promise<{ counting: number[]; read: number }> {
  let read = 0;
  async function* mails(): AsyncGenerator<DatedMail> {
    for (const [uid, after] of came.entries()) {
      read += 1;
      yield { uid, receivedAt: after === null ? null : minutes(after) };
    }
  }
  const counting = await walkBack(mails(), NOON);
  return { counting: [...counting], read };
}

const early = (count: number): number[] => Array.from({ length: count }, () => -60);

it.each<[string, (number | null)[], number[], number]>([
  ['all that came later', [3, 2, 1, ...early(30)], [0, 1, 2], 23],
  ['what a slow clock dates a little too early', [-4, -6, ...early(30)], [0], 21],
  ['what lies behind a few that are older', [2, ...early(19), 1, ...early(30)], [0, 20], 41],
  ['what has no date, which says nothing of the others', [...early(10), null, ...early(30)], [10], 21],
  ['everything where nothing is dated', [null, null, null], [0, 1, 2], 3],
  ['nothing in an empty mailbox', [], [], 0],
])('counts %s', async (_what, came, counting, read) => {
  expect(await walked(came)).toEqual({ counting, read });
});
