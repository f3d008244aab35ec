import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Settings that admins change, a move to another public URL, and how the last rotation of keys went. */
export class SettingsAndKeys1764000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table mailroom.setting (
        key text primary key,
        value jsonb not null,
        updated_at timestamptz not null,
        updated_by text not null
      );
      comment on table mailroom.setting is 'What admins set. Options of the host win over it.';

      alter table mailroom.installation add column moving_to text;
      comment on column mailroom.installation.moving_to is
        'Where an admin said that this installation goes: found there next, it is no copy.';

      create table mailroom.key_rotation (
        only_row boolean primary key default true check (only_row),
        key_id text not null,
        started_at timestamptz not null,
        started_by text not null,
        seen_at timestamptz not null,
        ended_at timestamptz,
        resealed integer not null,
        unreadable jsonb not null
      );
      comment on table mailroom.key_rotation is 'The last run: seen_at moves on clock_timestamp() while somebody is at it.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table mailroom.key_rotation;
      alter table mailroom.installation drop column moving_to;
      drop table mailroom.setting;
    `);
  }
}
