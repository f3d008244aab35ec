import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** One mail in several mailboxes: the first copy that was taken, by what all copies share. */
export class MailIdentity1764000000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table mailroom.mail_identity (
        identity bytea constraint mail_identity_pk primary key,
        delivery_id uuid not null,
        constraint mail_identity_delivery_fk foreign key (delivery_id)
          references mailroom.delivery (id) on delete cascade deferrable initially deferred
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table mailroom.mail_identity;`);
  }
}
