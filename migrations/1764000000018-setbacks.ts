import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** How many sessions of an account in a row did not survive: only a session that does makes the next one come at once. */
export class Setbacks1764000000018 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table mailroom.mail_account add column setbacks integer not null default 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table mailroom.mail_account drop column setbacks');
  }
}
