import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Acts on all mail of the outbox that fits, and the mails that they have not come to yet. */
export class OutboxRuns1764000000048 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table mailroom.outbox_run (
        id uuid constraint outbox_run_pk primary key default gen_random_uuid(),
        act text not null,
        filter jsonb not null,
        state text not null default 'running',
        total integer not null,
        done integer not null default 0,
        skipped jsonb not null default '{"sent":0,"leaving":0,"unfit":0,"gone":0}',
        asked_by text not null,
        started_at timestamptz not null,
        ended_at timestamptz
      );
      create unique index outbox_run_one on mailroom.outbox_run (state) where state = 'running';
      create table mailroom.outbox_run_mail (
        run_id uuid not null references mailroom.outbox_run on delete cascade,
        mail_id uuid not null,
        constraint outbox_run_mail_pk primary key (run_id, mail_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table mailroom.outbox_run_mail;
      drop table mailroom.outbox_run;
    `);
  }
}
