/**
 * The stack of an error and of what caused it. Stacks only: the error objects of drivers carry statements with their
 * parameters.
 */
export function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return 'something that is no Error was thrown';
  const own = error.stack ?? error.message;
  return error.cause === undefined ? own : `${own}\ncaused by ${stackOf(error.cause)}`;
}
