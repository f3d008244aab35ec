import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** When what is too old was last cleared away, and indexes that find it however long the tables are. */
export class Retention1764000000033 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table mailroom.retention_run (
        name text constraint retention_run_pk primary key,
        begun_at timestamptz not null,
        ended_at timestamptz,
        removed integer not null default 0,
        problem_code text,
        reached text
      );
      comment on table mailroom.retention_run is 'The newest sweep over each kind of what is kept for a time only.';
      comment on column mailroom.retention_run.reached is 'Where the next sweep goes on; null is the beginning.';

      create index fetch_run_began on mailroom.fetch_run (began_at);
      create index delivery_expendable on mailroom.delivery (id) where outcome in ('ignored', 'duplicate');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index mailroom.delivery_expendable;
      drop index mailroom.fetch_run_began;
      drop table mailroom.retention_run;
    `);
  }
}
