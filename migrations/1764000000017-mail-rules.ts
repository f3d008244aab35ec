import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What happens to mail between the mailbox and the host: where it goes, by which rules, on whose word. */
export class MailRules1764000000017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table mailroom.recipient_route (
        id uuid primary key,
        address text not null constraint recipient_route_address_taken unique,
        destination text not null,
        comment text not null default '',
        created_at timestamptz not null,
        updated_at timestamptz not null,
        updated_by text not null
      );
      create table mailroom.mail_rule (
        id uuid primary key,
        name text not null,
        position integer not null,
        enabled boolean not null default true,
        match text not null,
        conditions jsonb not null,
        actions jsonb not null,
        hits bigint not null default 0,
        last_hit_at timestamptz,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        updated_by text not null,
        constraint mail_rule_match_known check (match in ('all', 'any'))
      );
      alter table mailroom.mail_account
        add column dispatching text not null default 'account'
          constraint mail_account_dispatching_known check (dispatching in ('account', 'recipient')),
        add column trust_headers boolean not null default false,
        add column trusted_hop text,
        add column trusted_domains text[] not null default '{}',
        add column verify_mail boolean not null default false;
      alter table mailroom.delivery add column handling jsonb;
      create index delivery_sender on mailroom.delivery (account_id, sender, received_at);
      comment on column mailroom.recipient_route.address is 'Lower case; *@domain stands for all of a domain.';
      comment on column mailroom.mail_rule.position is 'Rules are asked in this order.';
      comment on column mailroom.mail_account.trusted_hop is
        'The mail server whose Received and Authentication-Results are believed.';
      comment on column mailroom.mail_account.trusted_domains is
        'Mail that passed DMARC for one of these may carry control headers.';
      comment on column mailroom.delivery.handling is
        'What Mailroom decided before the host got it; null where nothing was said.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index mailroom.delivery_sender;
      alter table mailroom.delivery drop column handling;
      alter table mailroom.mail_account drop column dispatching, drop column trust_headers,
        drop column trusted_hop, drop column trusted_domains, drop column verify_mail;
      drop table mailroom.mail_rule;
      drop table mailroom.recipient_route;
    `);
  }
}
