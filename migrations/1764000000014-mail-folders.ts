import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Accounts with several folders, each with a cursor of its own; POP3's names for mail as numbers that stay. */
export class MailFolders1764000000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table mailroom.mail_folder (
        account_id uuid not null,
        name text not null,
        mailbox text not null,
        generation integer not null,
        uid_validity bigint not null,
        last_uid bigint not null default 0,
        counts_from timestamptz,
        dated_up_to bigint not null default 0,
        constraint mail_folder_pk primary key (account_id, name),
        constraint mail_folder_account_fk foreign key (account_id)
          references mailroom.mail_account (id) on delete cascade
      ) with (fillfactor = 60);

      insert into mailroom.mail_folder (
        account_id, name, mailbox, generation, uid_validity, last_uid, counts_from, dated_up_to)
      select id, folder, mailbox, generation, uid_validity, last_uid, counts_from, dated_up_to
      from mailroom.mail_account where mailbox is not null and uid_validity is not null;

      alter table mailroom.mail_account
        add column folders text[] not null default '{INBOX}',
        add column batch_messages integer not null default 2000,
        add column batch_bytes integer not null default 536870912;
      update mailroom.mail_account set folders = array[folder];
      alter table mailroom.mail_account
        drop column folder, drop column mailbox, drop column generation, drop column uid_validity,
        drop column last_uid, drop column counts_from, drop column dated_up_to;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table mailroom.mail_account
        add column folder text not null default 'INBOX',
        add column mailbox text,
        add column generation integer not null default 0,
        add column uid_validity bigint,
        add column last_uid bigint not null default 0,
        add column counts_from timestamptz,
        add column dated_up_to bigint not null default 0;
      update mailroom.mail_account account
      set folder = account.folders[1], mailbox = known.mailbox, generation = known.generation,
        uid_validity = known.uid_validity, last_uid = known.last_uid, counts_from = known.counts_from,
        dated_up_to = known.dated_up_to
      from mailroom.mail_folder known
      where known.account_id = account.id and known.name = account.folders[1];
      alter table mailroom.mail_account
        drop column folders, drop column batch_messages, drop column batch_bytes;
      drop table mailroom.mail_folder;
    `);
  }
}
