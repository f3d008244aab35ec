import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Clients, tokens and authorizations in flight. */
export class OAuthTokens1764000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table mailroom.oauth_client (
        id uuid primary key default gen_random_uuid(),
        name text not null constraint oauth_client_name_taken unique,
        template text not null,
        flow text not null default 'authorization-code',
        client_id text not null,
        sealed_secret text,
        secret_expires_at timestamptz,
        tenant text,
        authorization_endpoint text not null,
        token_endpoint text not null,
        revocation_endpoint text,
        issuer text,
        client_authentication text not null default 'post',
        scope text not null,
        extra_parameters jsonb not null default '{}',
        validity text not null default 'valid',
        notify_on_expired_token boolean not null default false,
        notify_on_expired_refresh_token boolean not null default true,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        updated_by text not null,
        constraint oauth_client_validity_known check (validity in ('valid', 'invalid', 'temporarily-invalid'))
      );
      comment on column mailroom.oauth_client.sealed_secret is 'Bound to this row and to the origin of token_endpoint.';

      create table mailroom.oauth_token (
        id uuid primary key default gen_random_uuid(),
        client_id uuid not null references mailroom.oauth_client (id) on delete restrict,
        state text not null default 'live',
        since timestamptz not null,
        mailbox text not null,
        subject text not null,
        scope text not null,
        sealed_access text not null,
        access_obtained_at timestamptz not null,
        access_expires_at timestamptz not null,
        sealed_refresh text,
        refresh_expires_at timestamptz,
        refresh_due_at timestamptz,
        lease_epoch integer not null default 0,
        lease_until timestamptz,
        unanswered boolean not null default false,
        attempts integer not null default 0,
        first_strike_at timestamptz,
        failure_code text,
        failure_class text,
        failure_at timestamptz,
        connected_at timestamptz not null,
        connected_by text not null,
        constraint oauth_token_once_per_identity unique (client_id, subject),
        constraint oauth_token_state_known check (state in ('live', 'suspected', 'reconnect'))
      ) with (fillfactor = 70);
      create index oauth_token_due on mailroom.oauth_token (refresh_due_at) where state <> 'reconnect';
      comment on column mailroom.oauth_token.lease_until is
        'Who refreshes holds lease_epoch until then, on clock_timestamp(); null when nobody does.';
      comment on column mailroom.oauth_token.unanswered is
        'A refresh was sent and its answer never came: under strict rotation the stored refresh token may be spent.';

      create table mailroom.oauth_authorization (
        id uuid primary key default gen_random_uuid(),
        client_id uuid not null references mailroom.oauth_client (id) on delete cascade,
        token_id uuid references mailroom.oauth_token (id) on delete cascade,
        state text not null default 'begun',
        state_hash text not null constraint oauth_authorization_state_once unique,
        browser_hash text not null,
        nonce_hash text not null,
        sealed_verifier text not null,
        actor_id text not null,
        actor_name text not null,
        scope text not null,
        return_to text not null,
        begun_at timestamptz not null,
        expires_at timestamptz not null,
        consumed_at timestamptz,
        problem_code text,
        problem_params jsonb,
        constraint oauth_authorization_state_known check (state in ('begun', 'completed', 'failed'))
      );
      create index oauth_authorization_begun on mailroom.oauth_authorization (begun_at);
      create index oauth_authorization_of_client on mailroom.oauth_authorization (client_id);
      create index oauth_authorization_of_token on mailroom.oauth_authorization (token_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table mailroom.oauth_authorization;
      drop table mailroom.oauth_token;
      drop table mailroom.oauth_client;
    `);
  }
}
