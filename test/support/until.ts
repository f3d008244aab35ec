import { setTimeout as pause } from 'node:timers/promises';

/** How long to look, and the words for the failure: "waited 5000 ms for <what>". */
export interface Patience {
  timeoutMs?: number;
  /** How long it waits between two looks; 20 by default. */
  everyMs?: number;
  what: string;
}

/**
 * Asks again and again until the answer is truthy and resolves with that answer. A condition that throws counts as not yet;
 * its last error is the cause when time runs out.
 */
export async function until<T>(
  condition: () => T | Promise<T>,
  patience: Patience,
): Promise<Exclude<T, Falsy>> {
  const { timeoutMs = 10_000, everyMs = 20, what } = patience;
  const end = performance.now() + timeoutMs;
  let cause: unknown;
  do {
    try {
      const answer = await condition();
      if (answer) return answer as Exclude<T, Falsy>;
      cause = undefined;
    } catch (error) {
      cause = error;
    }
    await pause(everyMs);
  } while (performance.now() < end);
  throw new Error(`waited ${timeoutMs} ms for ${what}`, { cause });
}

type Falsy = false | 0 | '' | null | undefined | void;
