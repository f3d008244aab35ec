/** Works on a list, a few at a time, and yields what comes of each as it comes. Begins nothing once `signal` aborts. */
export async function* sideBySide<T, R>(
  list: readonly T[],
  atOnce: number,
  signal: AbortSignal,
  work: (item: T, index: number) => Promise<R>,
): AsyncGenerator<R> {
  const underway = new Map<number, Promise<{ index: number; result: R }>>();
  let next = 0;
  const fill = (): void => {
    for (; next < list.length && underway.size < atOnce && !signal.aborted; next += 1) {
      const index = next;
      underway.set(
        index,
        work(list[index]!, index).then((result) => ({ index, result })),
      );
    }
  };
  for (fill(); underway.size > 0; fill()) {
    const { index, result } = await Promise.race(underway.values());
    underway.delete(index);
    yield result;
  }
}
