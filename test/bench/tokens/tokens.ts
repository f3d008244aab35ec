import pg from 'pg';
import { anyFreePort } from '../../../apps/helpdesk/src/embedded-postgres/port.js';
import { manyTokens } from '../../support/many-tokens.js';
import { readOptions } from '../options.js';
import { naiveOverview } from './naive-overview.js';
import { Program } from '../program.js';
import { onStage, say, type Stage } from '../stage.js';
import { report, type Measured } from './report.js';

// npm run bench -- tokens [--clients 1000] [--tokens 10000] [--refreshes 300] [--callers 1000] [--seconds 3]
// Hot tokens, refreshes, a storm on one ended token, and the overview among many: four hosts and the sandbox as processes
// of their own, on a PostgreSQL that keeps what it commits. Everything but the result goes to stderr.

const script = (name: string) => new URL(`./${name}.mjs`, import.meta.url);
const PROCESSES = 4;
const OVERVIEWS = 25;
const AT_ONCE = 8;
const options = readOptions({ clients: 1000, tokens: 10_000, refreshes: 300, callers: 1000, seconds: 3 });
const CLIENT_ID = '00000000-0000-4000-8000-00000000be0c';

/** Everything that runs, and how to end it. */
interface Ground {
  readonly databaseUrl: string;
  readonly database: pg.Client;
  readonly provider: Program;
  readonly hosts: readonly Program[];
  readonly origin: string;
}

/** A token as the provider hands it out. */
interface Issued {
  readonly refreshToken: string;
}

async function measure(ground: Ground): Promise<Measured> {
  const { provider, hosts, database } = ground;
  const [first] = hosts as [Program];
  const issued = await provider.do<Issued[]>('issue', { count: options.refreshes + 1 });
  const endpoint = await registerClient(ground);
  const adopted = await first.do<string[]>('adopt', { clientId: CLIENT_ID, endpoint, issued });
  // The storm is on a token that nobody has asked for yet: no process knows more than another.
  const [stormy, ...tokenIds] = adopted as [string, ...string[]];
  const [tokenId] = tokenIds as [string];

  const milliseconds = options.seconds * 1000;
  const selectsPerSecond = await first.do<number>('selects', { milliseconds });
  const hotGetsPerSecond = await first.do<number>('hot', { tokenId, milliseconds });
  say(`hot: ${Math.round(hotGetsPerSecond)} gets per second; select 1: ${Math.round(selectsPerSecond)}`);

  await endAll(database);
  const seconds = await first.do<number>('getAll', { tokenIds, atOnce: AT_ONCE });
  const refreshesPerSecond = tokenIds.length / seconds;
  const bareRefreshesPerSecond = await bareRefreshes(endpoint, issued.slice(1));
  const rates = `${refreshesPerSecond.toFixed(1)} per second; bare requests: ${bareRefreshesPerSecond.toFixed(1)}`;
  say(`refreshes: ${rates}, ${AT_ONCE} at once in one process`);

  const storm = await stormOn(stormy, ground, options.callers);
  say(`storm: ${JSON.stringify(storm)}`);

  await manyTokens(database, options);
  // Their provider is made up: nobody shall try to reach it while the overview is measured.
  await database.query(`update mailroom.oauth_token set refresh_due_at = mailroom.now() + interval '1 day'`);
  const overviewMs = await overview(ground.origin);
  const naiveMs = await naiveOverview(ground.databaseUrl, OVERVIEWS);
  const { clients, tokens } = options;
  return {
    hotGetsPerSecond,
    selectsPerSecond,
    refreshesPerSecond,
    bareRefreshesPerSecond,
    storm,
    clients,
    tokens,
    overviewMs,
    naiveMs,
  };
}

async function registerClient({ database, provider }: Ground): Promise<string> {
  const { token, authorization } = provider.greeting as { token: string; authorization: string };
  await database.query(
    `insert into mailroom.oauth_client (id, name, template, client_id, client_authentication, authorization_endpoint,
       token_endpoint, scope, created_at, updated_at, updated_by)
     values ($1, 'Sandbox', 'google', 'bench-public', 'post', $2, $3, 'https://mail.google.com/', mailroom.now(),
             mailroom.now(), 'bench')`,
    [CLIENT_ID, authorization, token],
  );
  return token;
}

/** How many refreshes a second the provider answers to somebody who stores nothing. */
async function bareRefreshes(endpoint: string, issued: readonly Issued[]): Promise<number> {
  const waiting = [...issued];
  const begun = performance.now();
  const hand = async (): Promise<void> => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const form = {
        grant_type: 'refresh_token',
        refresh_token: next.refreshToken,
        client_id: 'bench-public',
      };
      const answer = await fetch(endpoint, { method: 'POST', body: new URLSearchParams(form) });
      if (!answer.ok) throw new Error(`the provider answered ${answer.status}`);
      await answer.text();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, hand));
  return (issued.length * 1000) / (performance.now() - begun);
}

async function endAll(database: pg.Client): Promise<void> {
  await database.query(
    `update mailroom.oauth_token set access_expires_at = mailroom.now() - interval '1 second', refresh_due_at = null`,
  );
}

async function stormOn(tokenId: string, ground: Ground, callers: number): Promise<Measured['storm']> {
  const { provider, hosts, database } = ground;
  await endAll(database);
  const before = await provider.do<number>('refreshes');
  const begun = performance.now();
  const each = Math.ceil(callers / hosts.length);
  const got = await Promise.all(hosts.map((host) => host.do<string[]>('storm', { tokenId, callers: each })));
  const milliseconds = performance.now() - begun;
  const providerRequests = (await provider.do<number>('refreshes')) - before;
  const answers = new Set(got.flat()).size;
  return { callers: got.flat().length, processes: hosts.length, providerRequests, answers, milliseconds };
}

/** From the request to the last byte of the answer, in ms: the page as it opens, the worst first. */
async function overview(origin: string): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < OVERVIEWS; round += 1) {
    const begun = performance.now();
    const answer = await fetch(`${origin}/mailroom/api/tokens?sort=urgency&limit=50`);
    const { items } = (await answer.json()) as { items: unknown[] };
    times.push(performance.now() - begun);
    if (items.length !== 50) throw new Error(`the overview answered ${answer.status}`);
  }
  return times;
}

async function tokens({ postgres }: Stage): Promise<void> {
  const programs: Program[] = [];
  let database: pg.Client | undefined;
  try {
    const databaseUrl = await postgres.createDatabase('tokens');
    const provider = await Program.start(script('provider'));
    programs.push(provider);
    const origin = `http://localhost:${await anyFreePort()}`;
    for (let number = 0; number < PROCESSES; number += 1) {
      const at = number === 0 ? origin : `http://localhost:${await anyFreePort()}`;
      const args = [databaseUrl, number === 0 ? at : origin, new URL(at).port];
      programs.push(await Program.start(script('host'), args));
    }
    database = new pg.Client({ connectionString: databaseUrl });
    await database.connect();
    const ground = { databaseUrl, database, provider, hosts: programs.slice(1), origin };
    console.log(JSON.stringify(report(await measure(ground))));
  } finally {
    await database?.end();
    await Promise.all(programs.map((program) => program.stop()));
  }
}

await onStage(tokens);
