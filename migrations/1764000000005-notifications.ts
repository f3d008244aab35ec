import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What is remembered of a banner: first seen, announced, snoozed. */
export class Notifications1764000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('select 1');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('select 1');
  }
}
