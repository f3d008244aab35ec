import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Accounts say whose certificates they believe, which mail is history, and how their last test went. */
export class AccountSetUp1764000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table mailroom.mail_account
        add column tls_trust jsonb not null default '{"kind": "verified"}',
        add column quiet_import boolean not null default false,
        add column history_before timestamptz,
        add column last_check jsonb;
      update mailroom.mail_account set history_before = live_since;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table mailroom.mail_account
        drop column tls_trust, drop column quiet_import, drop column history_before, drop column last_check;
    `);
  }
}
