import { type NestExpressApplication } from '@nestjs/platform-express';
import { SchedulerRegistry } from '@nestjs/schedule';
import { DataSource } from 'typeorm';
import {
  Database,
  InstanceBeat,
  JobQueue,
  kernelProblem,
  Pokes,
  Ticks,
  type Job,
  type Tick,
} from '@mailroom/kernel';
import { migrate } from '../../libs/plugin/src/start/migrate.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { startFaultProxy } from '../support/fault-proxy.js';
import { startKernel } from '../support/kernel.js';
import { until } from '../support/until.js';

describe('the kernel on a real database', () => {
  let database: TestDatabase;
  const running: { close(): Promise<void> }[] = [];

  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterEach(async () => {
    for (const app of running.splice(0)) await app.close();
  });
  afterAll(() => database.drop());

  async function start(
    prepare: (app: NestExpressApplication) => void = () => undefined,
    work = true,
    url = database.url,
  ) {
    const kernel = await startKernel(url, { prepare, work });
    running.push(kernel);
    return kernel;
  }

  const queue = (name: string, work: (job: Job<{ n: number }>) => Promise<void>, more: object = {}) => ({
    name,
    concurrency: 2,
    retryLimit: 2,
    retryDelaySeconds: 0,
    retryDelayMaxSeconds: 1,
    deadlineSeconds: 20,
    work,
    ...more,
  });

  it('migrates under a lock, however many start at once, and finds nothing to do afterwards', async () => {
    const fresh = await freshDatabase();
    const sources = await Promise.all(
      [1, 2, 3, 4].map(() => new DataSource({ type: 'postgres', url: fresh.url, poolSize: 2 }).initialize()),
    );
    await Promise.all(sources.map((source) => migrate(source)));
    const ledger = await sources[0]!.query('select name from mailroom.migration_ledger');
    expect(ledger.length).toBe(new Set(ledger.map(({ name }: { name: string }) => name)).size);
    expect(ledger.length).toBeGreaterThanOrEqual(5);
    await Promise.all(sources.map((source) => source.destroy()));
    await fresh.drop();
  });

  it('works jobs off, tries a failed one again and keeps only the code of the failure', async () => {
    const seen: number[] = [];
    const { app, dataSource } = await start((made) =>
      made.get(JobQueue).define(
        queue('spec-retry', async ({ data, retries }) => {
          seen.push(data.n);
          if (data.n === 2 && retries < 2)
            throw kernelProblem('host-unreachable', { cause: new Error('p4ssword') });
        }),
      ),
    );
    const jobs = app.get(JobQueue);
    for (const n of [1, 2, 3]) await jobs.send('spec-retry', { n });
    jobs.poke('spec-retry');
    await until(() => seen.filter((n) => n === 2).length === 3, { what: 'three tries of job 2' });
    await until(
      async () =>
        (
          await dataSource.query(
            `select 1 from mailroom_jobs.job where name = 'spec-retry' and state <> 'completed'`,
          )
        ).length === 0,
      { what: 'all jobs to be completed' },
    );
    const rows = JSON.stringify(await dataSource.query(`select data, output from mailroom_jobs.job`));
    expect(rows).not.toContain('p4ssword');
  });

  it('aborts a try at its deadline, tries again, and takes no more at once than it said', async () => {
    const reasons: unknown[] = [];
    let [running, most] = [0, 0];
    const { app } = await start((made) =>
      made.get(JobQueue).define(
        queue(
          'spec-deadline',
          async ({ signal, retries }) => {
            most = Math.max(most, (running += 1));
            if (retries === 0)
              await new Promise<void>((resolve) =>
                signal.addEventListener('abort', () => (reasons.push(signal.reason), resolve())),
              );
            running -= 1;
          },
          { deadlineSeconds: 1 },
        ),
      ),
    );
    for (const n of [1, 2, 3]) await app.get(JobQueue).send('spec-deadline', { n });
    await until(() => reasons.length === 3, { what: 'three aborted tries', timeoutMs: 20_000 });
    expect(most).toBe(2);
    expect(reasons[0]).toEqual(new Error('deadline'));
  }, 30_000);

  it('enqueues in the caller’s transaction, and an exclusive key once', async () => {
    const { app, dataSource } = await start((made) =>
      made.get(JobQueue).define(queue('spec-tx', async () => undefined, { policy: 'exclusive' })),
    );
    const jobs = app.get(JobQueue);
    const base = app.get(Database);
    await expect(
      base.transaction(async (tx) => {
        await jobs.send('spec-tx', { n: 1 }, { tx, startAfter: new Date(Date.now() + 60_000) });
        throw new Error('changed our mind');
      }),
    ).rejects.toThrow('changed our mind');
    expect(await dataSource.query(`select 1 from mailroom_jobs.job where name = 'spec-tx'`)).toHaveLength(0);
    const later = { key: 'same', startAfter: new Date(Date.now() + 60_000) };
    expect(await jobs.send('spec-tx', { n: 1 }, later)).not.toBeNull();
    expect(await jobs.send('spec-tx', { n: 2 }, later)).toBeNull();
  });

  it('hands a running job back at shutdown and another process finishes it', async () => {
    let tries = 0;
    const define = (finish: boolean) => (made: NestExpressApplication) =>
      made.get(JobQueue).define(
        queue('spec-stop', async ({ signal }) => {
          tries += 1;
          if (finish) return;
          await new Promise((_, reject) =>
            signal.addEventListener('abort', () => reject(signal.reason as Error)),
          );
        }),
      );
    const first = await start(define(false));
    await first.app.get(JobQueue).send('spec-stop', { n: 1 });
    await until(() => tries === 1, { what: 'the first try' });
    await first.close();
    await start(define(true));
    await until(() => tries === 2, { what: 'the second process to take over' });
  }, 40_000);

  it('beats while it works, is gone after a stop, and a web-only process is nobody', async () => {
    const { app, dataSource, close } = await start();
    const beat = app.get(InstanceBeat);
    expect(beat.alive()).toBe(true);
    expect(app.get(SchedulerRegistry).getIntervals()).toEqual(
      expect.arrayContaining(['mailroom:instance-beat', 'mailroom:jobs', 'mailroom:pokes-listen']),
    );
    expect(await dataSource.query('select id from mailroom.instance')).toEqual([{ id: beat.id }]);
    const web = await start(undefined, false);
    expect(web.app.get(InstanceBeat).alive()).toBe(false);
    expect(web.app.get(SchedulerRegistry).getIntervals()).toEqual([]);
    await close();
    expect(await web.dataSource.query('select id from mailroom.instance')).toEqual([]);
  });

  it('pokes another process, with the commit and not before', async () => {
    const heard: string[] = [];
    const listening = await start((made) => made.get(Pokes).on('spec', (id) => void heard.push(id)));
    const speaking = await start();
    const base = speaking.app.get(Database);
    await base.transaction(async (tx) => {
      await speaking.app.get(Pokes).poke('spec', 'in-tx', tx);
      await speaking.app.get(Pokes).poke('other', 'x', tx);
      expect(heard).toEqual([]);
    });
    await until(() => heard.length > 0, { what: 'the poke' });
    expect(heard).toEqual(['in-tx']);
    // The LISTEN connection was killed by somebody: it is opened again.
    await speaking.dataSource.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen%' and datname = current_database()`,
    );
    await until(
      async () => {
        await speaking.app.get(Pokes).poke('spec', 'again');
        return heard.includes('again');
      },
      { what: 'LISTEN to come back', timeoutMs: 25_000 },
    );
    expect(listening.app.get(InstanceBeat).alive()).toBe(true);
  }, 40_000);

  it('has all its connections again after a PostgreSQL that was away for longer', async () => {
    const there = new URL(database.url);
    const line = await startFaultProxy({ host: there.hostname, port: Number(there.port) });
    let listening: Tick | undefined;
    const { app } = await start(
      (made) => {
        const ticks = made.get(Ticks);
        const every = ticks.every.bind(ticks);
        jest.spyOn(ticks, 'every').mockImplementation((name, milliseconds, work) => {
          const tick = every(name, milliseconds, work);
          if (name === 'pokes-listen') listening = tick;
          return tick;
        });
      },
      true,
      Object.assign(there, { hostname: line.host, port: String(line.port) }).href,
    );
    const kernel = app.get(Database);
    line.rules = { refuse: true };
    line.killAll();
    // As often as there are connections, and once more.
    for (let tried = 0; tried <= kernel.usage.limit; tried += 1) await listening?.now();
    expect(line.accepted).toBeGreaterThan(kernel.usage.limit);
    line.rules = {};
    const heard: string[] = [];
    app.get(Pokes).on('spec', (id) => void heard.push(id));
    const pokedItself = async () => {
      await listening?.now();
      await app.get(Pokes).poke('spec', 'after the outage');
      return heard.length > 0;
    };
    await until(pokedItself, { what: 'LISTEN to be there again' });
    await until(() => kernel.usage.inUse === 1, { what: 'LISTEN to be all that is held' });
    await running.pop()?.close();
    await line.stop();
  }, 60_000);
});
