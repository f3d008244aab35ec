import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Who did what to credentials and settings. */
export class Audit1764000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table mailroom.audit_event (
        id bigint generated always as identity primary key,
        at timestamptz not null,
        action text not null,
        subject_kind text not null,
        subject_id text,
        subject_name text not null,
        actor_id text,
        actor_name text,
        actor_from text,
        details jsonb not null default '{}'
      );
      create index audit_event_newest on mailroom.audit_event (at, id);
      create index audit_event_of_subject on mailroom.audit_event (subject_kind, subject_id, id);
      comment on table mailroom.audit_event is 'Append-only. Holds no secret and no text of a provider.';
      comment on column mailroom.audit_event.actor_id is 'Null when Mailroom did it by itself.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table mailroom.audit_event');
  }
}
