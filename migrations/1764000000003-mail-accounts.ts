import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Accounts, the ledger of deliveries and the archive of raw mail. */
export class MailAccounts1764000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table mailroom.mail_account (
        id uuid constraint mail_account_pk primary key default gen_random_uuid(),
        name text not null,
        kind text not null default 'imap',
        host text not null,
        port integer not null,
        security text not null,
        login text not null,
        address text not null,
        auth text not null,
        token_id uuid,
        sealed_password text,
        folder text not null default 'INBOX',
        disposition text not null,
        move_to text,
        start_from text not null default 'new',
        start_since timestamptz,
        size_limit_bytes integer not null default 52428800,
        poll_seconds integer not null default 60,
        push boolean not null default true,
        destination text,
        state text not null default 'draft',
        comment text not null default '',
        created_at timestamptz not null default clock_timestamp(),
        updated_at timestamptz not null default clock_timestamp(),
        live_since timestamptz,

        wanted integer not null default 0,
        next_at timestamptz not null default clock_timestamp(),
        not_before timestamptz,
        holder uuid,
        held_since timestamptz,
        epoch bigint not null default 0,

        mailbox text,
        generation integer not null default 0,
        uid_validity bigint,
        last_uid bigint not null default 0,
        counts_from timestamptz,
        dated_up_to bigint not null default 0,

        last_fetch_at timestamptz,
        last_success_at timestamptz,
        last_taken_at timestamptz,
        failures integer not null default 0,
        failure_code text,
        failure_params jsonb,
        failure_disposition text,
        failure_at timestamptz,
        constraint mail_account_token_fk foreign key (token_id) references mailroom.oauth_token (id) on delete restrict
      ) with (fillfactor = 60);
      create index mail_account_holder on mailroom.mail_account (holder);
      create index mail_account_token on mailroom.mail_account (token_id);

      create table mailroom.delivery (
        id uuid constraint delivery_pk primary key,
        account_id uuid not null,
        generation integer not null,
        uid_validity bigint not null,
        uid bigint not null,
        content_key bytea,
        size integer not null,
        received_at timestamptz not null,
        recorded_at timestamptz not null,
        message_id text,
        sender text,
        subject text not null default '',
        outcome text not null,
        reference text,
        reason text,
        problem text,
        attempts integer not null default 0,
        retry_at timestamptz,
        duplicate_of uuid,
        disposal_due boolean not null default false,
        disposed_at timestamptz,
        constraint delivery_account_fk foreign key (account_id) references mailroom.mail_account (id) on delete restrict,
        constraint delivery_duplicate_fk foreign key (duplicate_of) references mailroom.delivery (id) on delete set null,
        constraint delivery_once unique (account_id, generation, uid_validity, uid)
      );
      create index delivery_content on mailroom.delivery (account_id, content_key);
      create index delivery_outcome on mailroom.delivery (account_id, outcome, id);
      create index delivery_duplicate on mailroom.delivery (duplicate_of) where duplicate_of is not null;
      create index delivery_disposal on mailroom.delivery (account_id) where disposal_due;

      create table mailroom.raw_mail (
        delivery_id uuid constraint raw_mail_pk primary key,
        packing text not null default 'zstd',
        bytes bytea not null,
        constraint raw_mail_delivery_fk foreign key (delivery_id) references mailroom.delivery (id) on delete cascade
      );
      alter table mailroom.raw_mail alter column bytes set storage external;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table mailroom.raw_mail;
      drop table mailroom.delivery;
      drop table mailroom.mail_account;
    `);
  }
}
