import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Servers, the sender policy and the outbox. */
export class OutgoingServers1764000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table mailroom.outgoing_server (
        id uuid primary key default gen_random_uuid(),
        name text not null,
        host text not null,
        port integer not null,
        security text not null,
        auth text not null,
        login text not null default '',
        sealed_password text,
        token_id uuid references mailroom.oauth_token (id) on delete restrict,
        from_filter text not null default '',
        priority integer not null default 10,
        is_fallback boolean not null default false,
        state text not null default 'draft',
        comment text not null default '',
        last_success_at timestamptz,
        failures integer not null default 0,
        failure_code text,
        failure_params jsonb,
        failure_disposition text,
        failure_at timestamptz,
        not_before timestamptz,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        updated_by text not null,
        constraint outgoing_server_port_exists check (port between 1 and 65535),
        constraint outgoing_server_security_known check (security in ('tls', 'starttls', 'none')),
        constraint outgoing_server_auth_known check (auth in ('none', 'password', 'token')),
        constraint outgoing_server_state_known check (state in ('draft', 'live', 'paused', 'archived')),
        constraint outgoing_server_one_credential check (
          (auth = 'password' or sealed_password is null) and (auth = 'token' or token_id is null))
      );
      create unique index outgoing_server_one_fallback on mailroom.outgoing_server (is_fallback) where is_fallback;
      create index outgoing_server_token on mailroom.outgoing_server (token_id);
      comment on column mailroom.outgoing_server.sealed_password is 'Bound to this row and to host, port and security.';
      comment on column mailroom.outgoing_server.from_filter is
        'Addresses and domains, separated by commas; empty takes any sender.';
      comment on column mailroom.outgoing_server.not_before is
        'After trouble with the server itself nobody tries it before this moment of mailroom.now().';

      create table mailroom.sender_policy (
        only_row boolean primary key default true check (only_row),
        default_from text,
        catchall_domain text,
        bounce_from text,
        updated_at timestamptz,
        updated_by text
      );
      insert into mailroom.sender_policy default values;

      create table mailroom.outgoing_mail (
        id uuid primary key default gen_random_uuid(),
        message_id text not null,
        idempotency_key text constraint outgoing_mail_once unique,
        draft jsonb not null,
        bytes integer not null,
        status text not null default 'queued',
        named_server_id uuid references mailroom.outgoing_server (id) on delete set null,
        server_id uuid references mailroom.outgoing_server (id) on delete set null,
        route_reason text,
        due_at timestamptz not null,
        epoch integer not null default 0,
        job_epoch integer not null default 0,
        attempts integer not null default 0,
        interruptions integer not null default 0,
        holder uuid,
        claimed_at timestamptz,
        accepted jsonb not null default '[]',
        refused jsonb not null default '[]',
        receipt text,
        problem_code text,
        problem_params jsonb,
        problem_disposition text,
        problem_at timestamptz,
        waiting_since timestamptz not null,
        sent_at timestamptz,
        created_at timestamptz not null,
        constraint outgoing_mail_status_known check (
          status in ('queued', 'sending', 'sent', 'delayed', 'failed', 'cancelled'))
      );
      create index outgoing_mail_due on mailroom.outgoing_mail (due_at) where status in ('queued', 'delayed');
      create index outgoing_mail_held on mailroom.outgoing_mail (holder) where status = 'sending';
      create index outgoing_mail_of_server on mailroom.outgoing_mail (server_id, status) where status <> 'sent';
      create index outgoing_mail_of_named_server on mailroom.outgoing_mail (named_server_id);
      create index outgoing_mail_newest on mailroom.outgoing_mail (created_at, id);
      create index outgoing_mail_message on mailroom.outgoing_mail (message_id);
      comment on column mailroom.outgoing_mail.epoch is
        'Grows with every claim; who holds an older one may no longer write the outcome.';
      comment on column mailroom.outgoing_mail.job_epoch is 'The epoch that a job was sent for.';
      comment on column mailroom.outgoing_mail.waiting_since is
        'When it was enqueued or last taken up by hand: what is delayed for too long fails.';

      create table mailroom.outgoing_attachment (
        mail_id uuid not null references mailroom.outgoing_mail (id) on delete cascade,
        position integer not null,
        filename text not null,
        content_type text not null,
        content bytea not null,
        primary key (mail_id, position)
      );
      alter table mailroom.outgoing_attachment alter column content set storage external;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table mailroom.outgoing_attachment;
      drop table mailroom.outgoing_mail;
      drop table mailroom.sender_policy;
      drop table mailroom.outgoing_server;
    `);
  }
}
