import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** How much mail left and how much could not is counted from indexes alone, however long the outbox is. */
export class MailFlow1764000000032 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index outgoing_mail_sent on mailroom.outgoing_mail (sent_at) where sent_at is not null;
      create index outgoing_mail_failed on mailroom.outgoing_mail (problem_at) where status = 'failed';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index mailroom.outgoing_mail_failed;
      drop index mailroom.outgoing_mail_sent;
    `);
  }
}
