import { randomInt } from 'node:crypto';
import { anyFreePort } from '../../../apps/helpdesk/src/embedded-postgres/port.js';
import { until } from '../../support/until.js';
import { query } from '../bench-postgres.js';
import { Program } from '../program.js';
import { CountingSink, type Arrival } from './counting-sink.js';

/** What was asked for. */
export interface KillWish {
  readonly mails: number;
  readonly kills: number;
  readonly connections: number;
}

/** What one kill did. `inData`: SMTP transactions in DATA, or answered without the sender having gone on. */
export interface Kill {
  readonly inData: number;
  readonly doubles: number;
}

/** What became of all of it. */
export interface KillOutcome {
  readonly lost: number;
  readonly kills: readonly Kill[];
  /** Mails that the outbox does not call sent. */
  readonly unsent: number;
}

const FROM = 'support@desk.example';
const PATIENCE_MS = 120_000;
const host = new URL('./host.mjs', import.meta.url);

/** Has a host send mail and kills it, again and again, then lets one finish. On an empty database. */
export async function killRun(databaseUrl: string, wish: KillWish): Promise<KillOutcome> {
  const sink = await CountingSink.start();
  let victim = await startHost(databaseUrl);
  try {
    await addServer(databaseUrl, sink.port, wish.connections);
    const messageIds = await victim.do<string[]>('enqueue', { mails: wish.mails, from: FROM });
    const doubts: number[] = [];
    for (let kill = 0; kill < wish.kills; kill += 1) {
      await someArrivals(sink, wish);
      await victim.stop();
      await until(() => sink.connections === 0, { timeoutMs: PATIENCE_MS, what: 'the connections to end' });
      doubts.push(sink.countDoubts());
      sink.phase += 1;
      await silenceIsOver(databaseUrl);
      victim = await startHost(databaseUrl);
    }
    await until(async () => (await countUnsent(databaseUrl)) === 0, {
      timeoutMs: PATIENCE_MS,
      what: 'everything to be sent',
    });
    const unsent = await countUnsent(databaseUrl);
    return { ...judged(messageIds, sink.arrivals, doubts), unsent };
  } finally {
    await victim.stop();
    await sink.stop();
  }
}

/** Who was lost, and what each kill doubled: a mail that came again was in doubt in the phase in which it came before. */
export function judged(
  messageIds: readonly string[],
  arrivals: readonly Arrival[],
  doubts: readonly number[],
): Omit<KillOutcome, 'unsent'> {
  const phases = new Map<string, number[]>();
  for (const { messageId, phase } of arrivals)
    phases.set(messageId, [...(phases.get(messageId) ?? []), phase]);
  const again = [...phases.values()].flatMap((came) => came.toSorted((a, b) => a - b).slice(0, -1));
  return {
    lost: messageIds.filter((id) => !phases.has(id)).length,
    kills: doubts.map((inData, phase) => ({
      inData,
      doubles: again.filter((came) => came === phase).length,
    })),
  };
}

async function startHost(databaseUrl: string): Promise<Program> {
  const port = String(await anyFreePort());
  return Program.start(host, [databaseUrl, `http://localhost:${port}`, port]);
}

async function addServer(databaseUrl: string, port: number, connections: number): Promise<void> {
  await query(
    databaseUrl,
    `insert into mailroom.outgoing_server (name, host, port, security, auth, connections, state, created_at, updated_at,
       updated_by)
     values ('Sink', '127.0.0.1', $1, 'none', 'none', $2, 'live', mailroom.now(), mailroom.now(), 'kills')`,
    [port, connections],
  );
}

/** Waits until some more mails arrived: so many that every kill meets the outbox at work. */
async function someArrivals(sink: CountingSink, { mails, kills }: KillWish): Promise<void> {
  const most = Math.floor(mails / (kills + 1));
  const goal = sink.arrivals.length + randomInt(Math.ceil(most / 3), most + 1);
  const what = `${goal} arrivals`;
  await until(() => sink.arrivals.length >= goal, { timeoutMs: PATIENCE_MS, what });
}

/** The dead leave what they held behind, until 15 s of silence are over: for them, those are over. */
async function silenceIsOver(databaseUrl: string): Promise<void> {
  await query(databaseUrl, `update mailroom.instance set seen_at = seen_at - interval '1 minute'`);
}

async function countUnsent(databaseUrl: string): Promise<number> {
  const [row] = await query<{ count: number }>(
    databaseUrl,
    `select count(*)::int as count from mailroom.outgoing_mail where status <> 'sent'`,
  );
  return row?.count ?? 0;
}
