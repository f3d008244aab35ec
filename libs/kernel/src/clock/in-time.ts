/**
 * The end of `work`; when that has not come within so many ms, what `late` returns is the answer, or what it throws the
 * error. Nothing stops `work`: whoever can end it does so in `late`. An end that comes later still is nobody's.
 */
export async function inTime<T, Late>(
  work: Promise<T>,
  milliseconds: number,
  late: () => Late,
): Promise<T | Late> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<void>((resolve) => (timer = setTimeout(resolve, milliseconds))).then(late);
  return Promise.race([work, over]).finally(() => clearTimeout(timer));
}
