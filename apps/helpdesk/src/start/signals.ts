import { type House } from './house.js';

/**
 * Ctrl-C and a polite kill close the house and leave with 0; a second one leaves at once. An error nobody caught is
 * logged, closes the house as well, and leaves with 1. `started` is waited for, so that nothing is left half open. Whoever
 * read the output may go: mail comes in all the same.
 */
export function closeOnSignals(house: House, started: Promise<unknown>): void {
  // Without a listener EPIPE is an error nobody caught, which is logged, which is an EPIPE, for ever.
  for (const output of [process.stdout, process.stderr]) output.on('error', () => undefined);
  let leaving = false;
  const leave = (code: number): void => {
    if (leaving) process.exit(1);
    leaving = true;
    void started
      .catch(() => undefined)
      .then(() => house.close())
      .finally(() => process.exit(code));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => leave(0));
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      console.error(error instanceof Error ? error.stack : 'something that is no Error was thrown');
      if (!leaving) leave(1);
    });
  }
}
