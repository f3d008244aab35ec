import { ENDED, LATE, type ReadAhead } from './read-ahead.js';

/** A group is committed at whichever comes first. `waitMs` counts from its first mail. */
export interface GroupLimits {
  readonly messages: number;
  readonly bytes: number;
  readonly waitMs: number;
}

/** Nothing will come until something of what came before is done. */
export interface Pause {
  readonly kind: 'pause';
  /** The wait has ended meanwhile: more comes by itself. */
  readonly isOver: () => boolean;
}

interface Item {
  readonly kind: string;
  readonly bytes: number;
}

/** One commit's worth: large enough that commits cost little, small enough that a redone one costs little too. */
export const GROUP_LIMITS: GroupLimits = { messages: 100, bytes: 8_388_608, waitMs: 250 };

/** Mails in the first group of a fetch, at most. Each later one may have four times as many as the one before. */
const FIRST = 8;
const GROWTH = 4;

/**
 * Cuts what comes in into groups, in order. A group is never empty; its last mail may take it over `bytes`. The first ones are
 * small, so that the first tickets are there soon, and what has to wake up for a commit does while the others are read.
 */
export async function* inGroups<T extends Item>(
  mails: ReadAhead<T | Pause>,
  limits: GroupLimits = GROUP_LIMITS,
): AsyncGenerator<T[]> {
  let messages = Math.min(FIRST, limits.messages);
  for (;;) {
    const first = await mails.next();
    if (typeof first === 'symbol') return;
    if (isPause(first)) continue;
    yield await filled([first], mails, { ...limits, messages });
    messages = Math.min(GROWTH * messages, limits.messages);
  }
}

async function filled<T extends Item>(
  group: T[],
  mails: ReadAhead<T | Pause>,
  limits: GroupLimits,
): Promise<T[]> {
  const until = performance.now() + limits.waitMs;
  while (hasRoom(group, limits)) {
    const more = await soonOrNot(mails, until - performance.now());
    if (more === LATE || more === ENDED) break;
    if (!isPause(more)) group.push(more);
    else if (!more.isOver()) break;
  }
  return group;
}

function isPause(item: Item | Pause): item is Pause {
  return item.kind === 'pause';
}

function hasRoom(group: readonly Item[], { messages, bytes }: GroupLimits): boolean {
  return group.length < messages && group.reduce((sum, mail) => sum + mail.bytes, 0) < bytes;
}

// What came before an error is still worth a commit; the error comes out at the next group.
async function soonOrNot<T>(mails: ReadAhead<T>, milliseconds: number) {
  try {
    return await mails.next(milliseconds);
  } catch {
    return ENDED;
  }
}
