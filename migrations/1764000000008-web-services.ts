import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Invokers: remote endpoints that the host calls by name. */
export class WebServices1764000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table mailroom.web_service_invoker (
        id uuid primary key default gen_random_uuid(),
        name text not null constraint web_service_invoker_name_taken unique,
        state text not null default 'live',
        base_url text not null,
        method text not null,
        path text not null default '',
        headers jsonb not null default '[]',
        sealed_headers text,
        body text,
        timeout_ms integer not null,
        max_bytes integer not null,
        ca_certificate text,
        authentication text not null,
        token_id uuid references mailroom.oauth_token (id) on delete restrict,
        comment text not null default '',
        created_at timestamptz not null,
        updated_at timestamptz not null,
        updated_by text not null,
        constraint web_service_invoker_state_known check (state in ('live', 'paused')),
        constraint web_service_invoker_authentication_known check (
          authentication in ('none', 'bearer', 'headers')),
        constraint web_service_invoker_token_where_needed check (
          (authentication = 'none') = (token_id is null))
      );
      create index web_service_invoker_token on mailroom.web_service_invoker (token_id);
      comment on column mailroom.web_service_invoker.headers is
        'In order: name and template of each; the value of a secret one is null and in sealed_headers.';
      comment on column mailroom.web_service_invoker.sealed_headers is
        'Secret values as JSON by lower-case name; bound to this row and to scheme, host, port and CA.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table mailroom.web_service_invoker');
  }
}
