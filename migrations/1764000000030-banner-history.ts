import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Who lets a banner sleep and why, by which server it was mailed, and the banners whose cause is gone. */
export class BannerHistory1764000000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table mailroom.banner_memory
        add column severity text not null default 'warning',
        add column params jsonb not null default '{}',
        add column snoozed_at timestamptz,
        add column snoozed_by text,
        add column snoozed_severity text,
        add column snoozed_extent integer,
        add column mail text,
        add column mailed_through text;
      comment on column mailroom.banner_memory.params is
        'As first seen: what is shown of a banner while its cause lasts is derived anew each time.';
      comment on column mailroom.banner_memory.snoozed_extent is
        'How far the cause reached when somebody let it sleep: it wakes when it reaches twice as far.';
      comment on column mailroom.banner_memory.mail is
        'What became of telling by mail: sent, no-server (none but the one concerned), or null for not (yet).';

      create table mailroom.banner_past (
        id bigint generated always as identity primary key,
        kind text not null,
        cause text not null,
        severity text not null,
        params jsonb not null,
        first_seen_at timestamptz not null,
        announced_at timestamptz,
        snoozed_at timestamptz,
        snoozed_by text,
        snoozed_until timestamptz,
        snooze_reason text,
        mail text,
        mailed_through text,
        gone_at timestamptz not null
      );
      create index banner_past_seen on mailroom.banner_past (first_seen_at desc, id desc);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table mailroom.banner_past;
      alter table mailroom.banner_memory
        drop column severity, drop column params, drop column snoozed_at, drop column snoozed_by,
        drop column snoozed_severity, drop column snoozed_extent, drop column mail, drop column mailed_through;
    `);
  }
}
