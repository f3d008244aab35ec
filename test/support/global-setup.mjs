import { startTestPostgres } from './test-postgres.mjs';

/** Starts the one PostgreSQL of this run; specs find it in MAILROOM_TEST_POSTGRES (see database.ts). */
export default async function globalSetup() {
  const postgres = await startTestPostgres();
  process.env['MAILROOM_TEST_POSTGRES'] = postgres.url;
  globalThis.mailroomTestPostgres = postgres;
}
