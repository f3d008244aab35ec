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
        add column set_back_code text,
        add column wanted_done integer not null default 0,
        add column quiet_polls integer not null default 0,
        add column log_until timestamptz;

      create table mailroom.protocol_log (
        id bigint generated always as identity constraint protocol_log_pk primary key,
        account_id uuid not null,
        lines text not null,
        constraint protocol_log_account_fk foreign key (account_id)
          references mailroom.mail_account (id) on delete cascade
      );
      create index protocol_log_account on mailroom.protocol_log (account_id, id);

      create table mailroom.fetch_run (
        id bigint generated always as identity constraint fetch_run_pk primary key,
        account_id uuid not null,
        instance uuid not null,
        epoch bigint not null,
        cause text not null,
        phase text not null,
        began_at timestamptz not null,
        ended_at timestamptz,
        ending text,
        problem text,
        problem_params jsonb,
        waiting integer not null default 0,
        mails integer not null default 0,
        bytes bigint not null default 0,
        outcomes jsonb not null default '{}',
        durations jsonb not null default '{}',
        quiet_before integer not null default 0,
        constraint fetch_run_account_fk foreign key (account_id)
          references mailroom.mail_account (id) on delete cascade
      );
      create index fetch_run_account on mailroom.fetch_run (account_id, id);

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
      drop table mailroom.protocol_log;
      drop table mailroom.fetch_run;
      alter table mailroom.mail_account
        drop column log_until, drop column quiet_polls, drop column wanted_done, drop column set_back_code, drop column set_back_at, drop column quiet_after_days, drop column silent_after_minutes;
      drop index mailroom.delivery_held;
    `);
  }
}
