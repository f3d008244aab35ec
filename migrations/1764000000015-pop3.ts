import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What POP3 servers call mail, as numbers that ascend and are never given twice. */
export class Pop31764000000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table mailroom.mail_uidl (
        account_id uuid not null,
        generation integer not null,
        uidl text collate "C" not null,
        uid bigint generated always as identity,
        constraint mail_uidl_pk primary key (account_id, generation, uidl),
        constraint mail_uidl_account_fk foreign key (account_id)
          references mailroom.mail_account (id) on delete cascade
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table mailroom.mail_uidl;`);
  }
}
