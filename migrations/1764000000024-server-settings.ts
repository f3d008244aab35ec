import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Whom a server believes, what it is for, whose it is and how much it takes; the rest of the sender policy. */
export class ServerSettings1764000000024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table mailroom.outgoing_server
        add column tls_trust jsonb not null default '{"kind":"verified"}',
        add column purpose text not null default 'transactional',
        add column owner_id text,
        add column owner_name text not null default '',
        add column size_limit_bytes integer,
        add column rate_per_minute integer,
        add column rate_per_hour integer,
        add column rate_per_day integer,
        add column connections integer not null default 5,
        add constraint outgoing_server_purpose_known check (purpose in ('transactional', 'bulk')),
        add constraint outgoing_server_limits_count check (
          size_limit_bytes > 0 and rate_per_minute > 0 and rate_per_hour > 0 and rate_per_day > 0 and connections > 0),
        add constraint outgoing_server_fallback_for_all check (
          not is_fallback or (owner_id is null and purpose = 'transactional'));
      comment on column mailroom.outgoing_server.sealed_password is
        'Bound to this row and to host, port, security and tls_trust.';
      comment on column mailroom.outgoing_server.from_filter is
        'Addresses, domains and patterns, separated by commas; empty takes any sender.';
      comment on column mailroom.outgoing_server.tls_trust is
        'Whose certificates are believed: {"kind": "verified" | "ca" | "fingerprint" | "any"}.';
      comment on column mailroom.outgoing_server.owner_id is 'Whom the host calls so: nobody else sends through it.';
      comment on column mailroom.outgoing_server.rate_per_minute is 'Mails; null is no limit, as for the hour and the day.';

      alter table mailroom.sender_policy
        add column force_from text,
        add column dynamic_from text,
        add column default_from_filter text not null default '',
        add column bulk_server_id uuid references mailroom.outgoing_server (id) on delete set null;
      comment on column mailroom.sender_policy.force_from is 'Stands in for every author.';
      comment on column mailroom.sender_policy.dynamic_from is
        'Stands in for authors outside of catchall_domain, where no force_from is.';
      comment on column mailroom.sender_policy.default_from_filter is
        'What servers with an empty filter may send as; empty is anything.';
      comment on column mailroom.sender_policy.bulk_server_id is 'Bulk mail that names no server leaves through it.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table mailroom.sender_policy
        drop column bulk_server_id,
        drop column default_from_filter,
        drop column dynamic_from,
        drop column force_from;
      alter table mailroom.outgoing_server
        drop constraint outgoing_server_fallback_for_all,
        drop constraint outgoing_server_limits_count,
        drop constraint outgoing_server_purpose_known,
        drop column connections,
        drop column rate_per_day,
        drop column rate_per_hour,
        drop column rate_per_minute,
        drop column size_limit_bytes,
        drop column owner_name,
        drop column owner_id,
        drop column purpose,
        drop column tls_trust;
    `);
  }
}
