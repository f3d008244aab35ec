import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Whether the first server sends what fits none, as older systems have it. */
export class FirstServer1764000000038 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table mailroom.sender_policy add column first_server_stands_in boolean not null default false;
      comment on column mailroom.sender_policy.first_server_stands_in is
        'What fits no server, where none is the fallback, leaves through the first of them instead of waiting.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table mailroom.sender_policy drop column first_server_stands_in');
  }
}
