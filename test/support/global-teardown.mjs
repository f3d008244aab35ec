import { sweepLeftovers } from './leftovers.mjs';

/** Stops the PostgreSQL that global-setup.mjs started, and whatever the workers of this run left. */
export default async function globalTeardown() {
  await globalThis.mailroomTestPostgres?.stop();
  sweepLeftovers();
}
