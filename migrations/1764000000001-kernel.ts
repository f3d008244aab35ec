import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Time, instances, and what this installation is. */
export class Kernel1764000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table mailroom.clock (
        only_row boolean primary key default true check (only_row),
        shift interval not null default '0'
      );
      insert into mailroom.clock default values;
      comment on table mailroom.clock is 'How far tests have moved the time; zero everywhere else.';

      create function mailroom.now() returns timestamptz language sql stable
        as 'select clock_timestamp() + shift from mailroom.clock';
      comment on function mailroom.now() is 'What every due date is compared with. Leases use clock_timestamp().';

      create table mailroom.installation (
        only_row boolean primary key default true check (only_row),
        public_url text not null
      );
      comment on table mailroom.installation is 'Where this database is at home: a copy elsewhere must not fetch live mail.';

      create table mailroom.instance (
        id uuid primary key,
        host text not null,
        process integer not null,
        started_at timestamptz not null default clock_timestamp(),
        seen_at timestamptz not null default clock_timestamp()
      ) with (fillfactor = 50);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table mailroom.instance;
      drop table mailroom.installation;
      drop function mailroom.now();
      drop table mailroom.clock;
    `);
  }
}
