import { type NestExpressApplication } from '@nestjs/platform-express';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Database, Problem, RunRecord, SlicedWork, type RecordedRun } from '@mailroom/kernel';
import { HandMovedClock } from '@mailroom/plugin/testing';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { startKernel, type RunningKernel } from '../support/kernel.js';
import { until } from '../support/until.js';

@Entity({ name: 'spec_run', synchronize: false })
class SpecRun implements RecordedRun {
  @PrimaryColumn('uuid') id: string;
  @Column('text') act: string;
  @Column('jsonb') filter: object;
  @Column('text') state: RecordedRun['state'];
  @Column('int') total: number;
  @Column('text', { name: 'asked_by' }) askedBy: string;
  @Column('timestamptz', { name: 'started_at' }) startedAt: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
}

const TABLE = `
  create table spec_run (id uuid primary key default gen_random_uuid(), act text not null, filter jsonb not null,
    state text not null default 'running', total integer not null, asked_by text not null,
    started_at timestamptz not null, ended_at timestamptz);
  create unique index on spec_run (state) where state = 'running'`;
const QUEUE = 'spec-run';
const ada = { id: 'ada', name: 'Ada' };

describe('a long run', () => {
  let database: TestDatabase;
  let kernel: RunningKernel;
  let record: RunRecord<SpecRun>;
  let step: (signal: AbortSignal) => Promise<boolean>;

  beforeAll(async () => {
    database = await freshDatabase();
    // An hour passes with each step, so that it is a slice of its own.
    const next = (_: string, signal: AbortSignal) => {
      kernel.app.get(HandMovedClock).moveOn(3_600_000);
      return step(signal);
    };
    const run = { queue: QUEUE, step: next };
    const prepare = (app: NestExpressApplication) => app.get(SlicedWork).define(run);
    kernel = await startKernel(database.url, { prepare, clock: HandMovedClock, entities: [SpecRun] });
    await kernel.dataSource.query(TABLE);
    record = new RunRecord(kernel.app.get(Database), SpecRun, () => new Problem('spec-busy', 'busy'));
  });
  afterEach(() => kernel.dataSource.query('delete from spec_run'));
  afterAll(async () => {
    await kernel?.close();
    await database?.drop();
  });

  const begin = (act = 'sweep', also = async () => undefined) =>
    record.begin({ act, filter: { of: act } }, ada, also);
  const workOff = (runId: string) =>
    kernel.app.get(Database).transaction((tx) => kernel.app.get(SlicedWork).begin(QUEUE, runId, tx));
  const slicesOf = (runId: string) =>
    kernel.dataSource.query('select state, retry_count from mailroom_jobs.job where singleton_key = $1', [
      runId,
    ]);
  const open = () =>
    kernel.dataSource.query(`select 1 from mailroom_jobs.job where name = $1 and state <> 'completed'`, [
      QUEUE,
    ]);

  it('is written down by whoever begins it, and ends once', async () => {
    expect(await record.last()).toBeNull();
    await begin();
    const run = await record.last();
    expect(run).toMatchObject({
      act: 'sweep',
      filter: { of: 'sweep' },
      total: 0,
      askedBy: 'Ada',
      endedAt: null,
    });
    expect(await record.going(run!.id)).toEqual(run);
    await record.end(run!.id, 'stopped');
    await record.end(run!.id, 'done');
    expect(await record.going(run!.id)).toBeNull();
    expect(await record.last()).toMatchObject({ state: 'stopped', endedAt: expect.any(Date) });
  });

  it('is the only one, however many begin at once; who comes later is told so', async () => {
    const begun = await Promise.allSettled([begin('a'), begin('b'), begin('c')]);
    const refused = begun.flatMap((one) => (one.status === 'rejected' ? [(one.reason as Problem).code] : []));
    expect(refused).toEqual(['spec-busy', 'spec-busy']);
    const { id } = (await record.last())!;
    await record.end(id, 'done');
    await begin('d');
    expect(await record.last()).toMatchObject({ act: 'd' });
  });

  it('is not begun when what belongs to it fails, and that failure is not taken for another run', async () => {
    const twice = () => kernel.dataSource.query('insert into mailroom.clock select * from mailroom.clock');
    await expect(begin('a', twice)).rejects.toThrow(/duplicate key/);
    expect(await record.last()).toBeNull();
  });

  it('is remembered with the nineteen before it', async () => {
    for (let n = 1; n <= 23; n++) {
      await begin(`act ${n}`);
      await record.end((await record.last())!.id, 'done');
    }
    const rows = await kernel.dataSource.query('select act from spec_run order by started_at');
    expect(rows).toHaveLength(20);
    expect(rows[0]).toEqual({ act: 'act 4' });
  });

  it('is held for whoever counts: others wait with what they do to it', async () => {
    await begin();
    const { id } = (await record.last())!;
    let stopping: Promise<void> | undefined;
    await kernel.app.get(Database).transaction(async (tx) => {
      expect(await record.hold(id, tx)).toMatchObject({ id });
      stopping = record.end(id, 'stopped');
      const waits = `select 1 from pg_locks where not granted and locktype = 'transactionid'`;
      await until(async () => (await kernel.dataSource.query(waits)).length > 0, {
        what: 'the stop to wait',
      });
      await tx.getRepository(SpecRun).update({ id }, { total: 7 });
    });
    await stopping;
    expect(await record.last()).toMatchObject({ total: 7, state: 'stopped' });
  });

  it('goes on from slice to slice until it is over', async () => {
    let steps = 0;
    step = async () => (steps += 1) < 5;
    await workOff('one');
    await until(async () => steps === 5 && (await open()).length === 0, { what: 'the run to be over' });
    expect(await slicesOf('one')).toHaveLength(5);
  });

  it('is left to whoever took it over from a process that was silent, which goes on with nothing', async () => {
    let steps = 0;
    let reason: unknown;
    step = async (signal) => {
      steps += 1;
      if (steps > 1) return false;
      // We are only slow: somebody else has the slice while we are at it, and is done with it before us.
      const jobs = `update mailroom_jobs.job set retry_count = retry_count + 1`;
      await kernel.dataSource.query(`${jobs} where name = $1 and singleton_key = 'slow'`, [QUEUE]);
      await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
      reason = signal.reason;
      return true;
    };
    await workOff('slow');
    await until(() => reason !== undefined, { timeoutMs: 30_000, what: 'the slow one to be told' });
    expect(reason).toEqual(new Error('taken over'));
    expect(await slicesOf('slow')).toMatchObject([{ state: 'active', retry_count: 1 }]);
    await until(async () => (await open()).length === 0, { timeoutMs: 30_000, what: 'the run to be over' });
    expect(steps).toBe(2);
    expect(await slicesOf('slow')).toMatchObject([{ state: 'completed' }]);
  }, 60_000);

  it('is not worked off when what it was written down in is taken back', async () => {
    const slices = kernel.app.get(SlicedWork);
    const changed = kernel.app.get(Database).transaction(async (tx) => {
      await slices.begin(QUEUE, 'never', tx);
      throw new Error('changed our mind');
    });
    await expect(changed).rejects.toThrow('changed our mind');
    expect(await open()).toEqual([]);
  });

  it('is tried again from where it was when a step fails', async () => {
    let steps = 0;
    step = async () => {
      steps += 1;
      if (steps === 2) throw new Error('the database went away');
      return steps < 4;
    };
    await workOff('one');
    await until(() => steps === 4, { what: 'the last step' });
  });
});
