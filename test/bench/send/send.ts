import { randomUUID } from 'node:crypto';
import { anyFreePort } from '../../../apps/helpdesk/src/embedded-postgres/port.js';
import { query } from '../bench-postgres.js';
import { readOptionsAndProfile } from '../options.js';
import { Program } from '../program.js';
import { onStage, say, type Stage } from '../stage.js';
import { report, type Measured } from './report.js';

// npm run bench -- send [--mails 2000] [--rounds 3] [--connections 10] [--profile <folder>]
// The same mails through the outbox of a host and through a bare pool of nodemailer, in turn, to one mail server that wants
// a token; host, pool, mail server and provider are processes of their own, on a PostgreSQL that keeps what it commits.
// The outbox's time begins with enqueueing and ends when the last is written down as sent. Everything
// but the result goes to stderr. `--profile` writes a CPU profile of the host.

const script = (name: string) => new URL(`./${name}.mjs`, import.meta.url);
const provider = new URL('../tokens/provider.mjs', import.meta.url);
const CLIENT_ID = '00000000-0000-4000-8000-00000000be0d';
const WARM_UP = 300;
const usual = { mails: 2000, rounds: 3, connections: 10 };
const { mails, rounds, connections, execArgv } = readOptionsAndProfile(usual);

/** Everything that runs. */
interface Ground {
  readonly host: Program;
  readonly pool: Program;
  readonly sink: Program;
  readonly provider: Program;
  readonly from: string;
}

async function measure(ground: Ground, settle: () => Promise<void>): Promise<Measured> {
  const outboxSeconds: number[] = [];
  const poolSeconds: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const count = round === 0 ? WARM_UP : mails;
    await settle();
    const { enqueued, seconds } = await outboxRound(ground, count, round);
    await settle();
    const pool = await poolRound(ground, count, round);
    say(
      `round ${round}: outbox ${seconds.toFixed(2)} s (enqueued after ${enqueued.toFixed(2)} s), pool ${pool.toFixed(2)} s`,
    );
    if (round === 0) continue;
    outboxSeconds.push(seconds);
    poolSeconds.push(pool);
  }
  const sent = await ground.host.do<number>('sent');
  if (sent !== WARM_UP + rounds * mails) throw new Error(`the outbox says that ${sent} mails were sent`);
  return { mails, outboxSeconds, poolSeconds, tokenRequests: await ground.provider.do<number>('refreshes') };
}

async function outboxRound(ground: Ground, mails: number, round: number) {
  const { host, from } = ground;
  return counted(ground, mails, () =>
    host.do<{ enqueued: number; seconds: number }>('send', { mails, from, round }),
  );
}

async function poolRound(ground: Ground, mails: number, round: number): Promise<number> {
  return counted(ground, mails, () => ground.pool.do<number>('send', { mails, round }));
}

/** Has it send, and sees that each mail arrived once. */
async function counted<Answer>(
  { sink }: Ground,
  mails: number,
  send: () => Promise<Answer>,
): Promise<Answer> {
  await sink.do('reset');
  const answer = await send();
  const received = await sink.do<{ mails: number; different: number }>('received');
  if (received.mails !== mails || received.different !== mails)
    throw new Error(`${mails} mails were sent, and ${JSON.stringify(received)} arrived`);
  return answer;
}

interface Issued {
  readonly address: string;
  readonly accessToken: string;
}

/** A token whose access token has ended, and a server that signs in with it. */
async function setUp(
  url: string,
  ground: Pick<Ground, 'host' | 'provider'>,
  sinkPort: number,
  connections: number,
) {
  const { token, authorization } = ground.provider.greeting as { token: string; authorization: string };
  const [issued] = await ground.provider.do<[Issued]>('issue', { count: 1 });
  await query(
    url,
    `insert into mailroom.oauth_client (id, name, template, client_id, client_authentication, authorization_endpoint,
       token_endpoint, scope, created_at, updated_at, updated_by)
     values ($1, 'Sandbox', 'custom', 'bench-public', 'post', $2, $3, 'https://mail.google.com/', mailroom.now(),
             mailroom.now(), 'bench')`,
    [CLIENT_ID, authorization, token],
  );
  const [tokenId] = await ground.host.do<[string]>('adopt', {
    clientId: CLIENT_ID,
    endpoint: token,
    issued: [issued],
  });
  await query(
    url,
    `update mailroom.oauth_token set access_expires_at = mailroom.now() - interval '1 second', refresh_due_at = null`,
  );
  await query(
    url,
    `insert into mailroom.outgoing_server (id, name, host, port, security, auth, login, token_id, connections, state, created_at,
       updated_at, updated_by)
     values ($1, 'Sink', '127.0.0.1', $2, 'none', 'token', $3, $4, $5, 'live', mailroom.now(), mailroom.now(), 'bench')`,
    [randomUUID(), sinkPort, issued.address, tokenId, connections],
  );
  say(`${connections} connections`);
  return issued;
}

async function send({ postgres }: Stage): Promise<void> {
  const programs: Program[] = [];
  const start = async (program: URL, args: readonly string[] = [], execArgv: readonly string[] = []) => {
    const started = await Program.start(program, args, execArgv);
    programs.push(started);
    return started;
  };
  try {
    const url = await postgres.createDatabase('send');
    const [sink, tokens] = [await start(script('sink')), await start(provider)];
    const port = String(await anyFreePort());
    const hostArgs = [url, `http://localhost:${port}`, port];
    const host = await start(script('outbox-host'), hostArgs, execArgv);
    const sinkPort = sink.greeting as number;
    const issued = await setUp(url, { host, provider: tokens }, sinkPort, connections);
    const args = [String(sinkPort), issued.address, issued.accessToken, String(connections)];
    const pool = await start(script('pool'), args);
    const ground = { host, pool, sink, provider: tokens, from: issued.address };
    console.log(JSON.stringify(report(await measure(ground, () => postgres.settle()))));
  } finally {
    await Promise.all(programs.map((program) => program.end()));
  }
}

await onStage(send);
