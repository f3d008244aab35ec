import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Clients, tokens and authorizations in flight. */
export class OAuthTokens1764000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('select 1');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('select 1');
  }
}
