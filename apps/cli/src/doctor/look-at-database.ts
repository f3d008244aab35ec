import { type Database } from '@mailroom/kernel';
import { clockFinding } from './clock-finding.js';
import { fault, fine, type Finding, warning } from './finding.js';

const OLDEST_VERSION = 150_000;
const SLOW_MS = 50;

interface Facts {
  readonly version: string;
  readonly version_number: number;
  readonly may_change: boolean;
  readonly epoch_ms: number;
  readonly instances: number;
  readonly overdue_jobs: number;
  readonly failed_jobs: number;
}

/** The database: version, rights, how far away it is, whose clock is right, who works on it, and what waits in its queue. */
export async function lookAtDatabase(database: Database, now: () => Date): Promise<Finding[]> {
  const begun = performance.now();
  await database.query('select 1');
  const roundTripMs = performance.now() - begun;
  const asked = now().getTime();
  const [facts] = (await database.query<Facts>(FACTS)).rows;
  if (!facts) return [];
  const middle = (asked + now().getTime()) / 2;
  return [
    versionFinding(facts),
    rightsFinding(facts),
    distanceFinding(roundTripMs),
    clockFinding('the database', middle - facts.epoch_ms),
    instancesFinding(facts),
    queueFinding(facts),
  ];
}

function versionFinding({ version, version_number }: Facts): Finding {
  return version_number >= OLDEST_VERSION
    ? fine('database version', `PostgreSQL ${version}.`)
    : fault('database version', `PostgreSQL ${version} is too old.`, 'Move to PostgreSQL 15 or newer.');
}

function rightsFinding({ may_change }: Facts): Finding {
  const check = 'database rights';
  if (may_change) return fine(check, 'The login may create and change tables in schema mailroom.');
  return fault(
    check,
    'The login may not create tables in mailroom and mailroom_jobs, so the next upgrade cannot migrate.',
    'grant create, usage on schema mailroom, mailroom_jobs to the login of the host.',
  );
}

function distanceFinding(ms: number): Finding {
  const check = 'database distance';
  const says = `A round trip takes ${ms.toFixed(1)} ms.`;
  if (ms < SLOW_MS) return fine(check, says);
  return warning(check, says, 'Run the helpdesk near its database: every mail takes several round trips.');
}

function instancesFinding({ instances }: Facts): Finding {
  const check = 'instances';
  if (instances > 0)
    return fine(check, `${instances} working ${instances === 1 ? 'instance' : 'instances'}.`);
  return warning(
    check,
    'No instance has worked within the last 15 s: nothing is fetched, sent or refreshed.',
    'Start the helpdesk with work: true (the default) in at least one process.',
  );
}

function queueFinding({ overdue_jobs, failed_jobs }: Facts): Finding {
  const check = 'job queue';
  const says = `${overdue_jobs} jobs overdue by more than 10 minutes, ${failed_jobs} failed.`;
  if (overdue_jobs === 0) return fine(check, says);
  return warning(check, says, 'Look at the outbox page, and whether a working instance runs.');
}

const FACTS = `
  select current_setting('server_version') as version,
         current_setting('server_version_num')::integer as version_number,
         has_schema_privilege('mailroom', 'create') and has_schema_privilege('mailroom', 'usage')
           and has_schema_privilege('mailroom_jobs', 'create') and has_schema_privilege('mailroom_jobs', 'usage') as may_change,
         extract(epoch from clock_timestamp())::float8 * 1000 as epoch_ms,
         (select count(*)::integer from mailroom.instance where seen_at > clock_timestamp() - interval '15 s') as instances,
         (select count(*)::integer from mailroom_jobs.job
           where state < 'active' and start_after < clock_timestamp() - interval '10 minutes') as overdue_jobs,
         (select count(*)::integer from mailroom_jobs.job where state = 'failed') as failed_jobs`;
