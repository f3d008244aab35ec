import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What is remembered of a banner: first seen, announced, snoozed. */
export class Notifications1764000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table mailroom.banner_memory (
        kind text not null,
        cause text not null,
        first_seen_at timestamptz not null,
        announced_at timestamptz,
        announce_after timestamptz not null,
        announce_tries integer not null default 0,
        snoozed_until timestamptz,
        snooze_reason text,
        primary key (kind, cause)
      );
      comment on column mailroom.banner_memory.announce_after is
        'When the next try to announce is due; while one is under way, until when nobody else tries.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table mailroom.banner_memory');
  }
}
