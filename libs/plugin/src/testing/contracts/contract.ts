/** One promise of a port, and how to find out whether an implementation keeps it. */
export interface PortPromise {
  /** The promise in words, to be read after "it". */
  readonly says: string;
  /** Resolves when it is kept; otherwise rejects with an AssertionError of `node:assert`, or with what the port threw. */
  readonly check: () => Promise<void>;
}

/** The part of a test runner that is used: Jest, Vitest, Mocha and `node:test` all have it. */
export interface TestRunner {
  readonly describe: (name: string, tell: () => void) => unknown;
  readonly it: (name: string, check: () => Promise<void>) => unknown;
}

/** Makes a test of each promise in whatever runner you hand over: `tellContract('my intake', promises, { describe, it })`. */
export function tellContract(
  name: string,
  promises: readonly PortPromise[],
  { describe, it }: TestRunner,
): void {
  describe(name, () => {
    for (const { says, check } of promises) it(says, check);
  });
}

/** Checks each promise in turn, without a test runner. Rejects with the first that is broken. */
export async function keepsContract(promises: readonly PortPromise[]): Promise<void> {
  for (const { check } of promises) await check();
}
