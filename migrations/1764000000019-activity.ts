import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What admins see of every mailbox: acts on held mail, and an index that finds it however long the ledger is. */
export class Activity1764000000019 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index delivery_held on mailroom.delivery (outcome, id) include (account_id, problem)
        where outcome in ('quarantined', 'refused', 'oversized');

      alter table mailroom.mail_account
        add column silent_after_minutes integer,
        add column quiet_after_days integer,
        add column set_back_at timestamptz,
        add column set_back_code text;

      create table mailroom.quarantine_run (
        id uuid constraint quarantine_run_pk primary key default gen_random_uuid(),
        act text not null,
        filter jsonb not null,
        state text not null default 'running',
        total integer not null,
        done integer not null default 0,
        released integer not null default 0,
        reached uuid,
        up_to uuid,
        asked_by text not null,
        started_at timestamptz not null,
        ended_at timestamptz
      );
      create unique index quarantine_run_one on mailroom.quarantine_run (state) where state = 'running';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table mailroom.quarantine_run;
      alter table mailroom.mail_account
        drop column set_back_code, drop column set_back_at, drop column quiet_after_days, drop column silent_after_minutes;
      drop index mailroom.delivery_held;
    `);
  }
}
