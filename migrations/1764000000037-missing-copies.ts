import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Copies that are not in Sent, due or given up, are few: they are found without reading those that were made. */
export class MissingCopies1764000000037 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'create index sent_copy_missing on mailroom.sent_copy (mail_id) where made_at is null',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index mailroom.sent_copy_missing');
  }
}
