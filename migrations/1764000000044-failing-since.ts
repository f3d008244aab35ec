import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Since when an account fails: that nothing has succeeded for days does not say that it was tried. */
export class FailingSince1764000000044 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table mailroom.mail_account add column failing_since timestamptz;
      update mailroom.mail_account set failing_since = failure_at where failures > 0;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table mailroom.mail_account drop column failing_since');
  }
}
