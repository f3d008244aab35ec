import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Clients with every flow: several secrets, certificates, all endpoints, and what their provider is doing to them. */
export class OAuthClients1764000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table mailroom.oauth_client_secret (
        id uuid primary key default gen_random_uuid(),
        client_id uuid not null references mailroom.oauth_client (id) on delete cascade,
        sealed text not null,
        expires_at timestamptz,
        added_at timestamptz not null,
        added_by text not null,
        refused_at timestamptz
      );
      create index oauth_client_secret_of_client on mailroom.oauth_client_secret (client_id);
      comment on column mailroom.oauth_client_secret.sealed is
        'Bound to the client and to the origin of its token_endpoint.';
      comment on column mailroom.oauth_client_secret.refused_at is
        'The provider refused it last time; another one is tried first.';

      insert into mailroom.oauth_client_secret (client_id, sealed, expires_at, added_at, added_by)
      select id, sealed_secret, secret_expires_at, updated_at, updated_by
        from mailroom.oauth_client where sealed_secret is not null;

      alter table mailroom.oauth_client
        drop column sealed_secret,
        drop column secret_expires_at,
        alter column authorization_endpoint drop not null,
        add column refresh_endpoint text,
        add column device_endpoint text,
        add column project_id text,
        add column sealed_private_key text,
        add column certificate text,
        add column certificate_expires_at timestamptz,
        add column signing_algorithm text,
        add column key_id text,
        add column sealed_pending_key text,
        add column pending_certificate text,
        add column pending_algorithm text,
        add column identity text not null default 'id-token',
        add column callback_alias text,
        add column token_parameters jsonb not null default '{}',
        add column refresh_parameters jsonb not null default '{}',
        add column answer_names jsonb not null default '{}',
        add column secret_warning_days integer[] not null default '{30,14,7,3,1}',
        add column failures integer not null default 0,
        add column failure_code text,
        add column failure_class text,
        add column failure_at timestamptz,
        add column not_before timestamptz,
        add constraint oauth_client_flow_known
          check (flow in ('authorization-code', 'client-credentials', 'jwt-bearer')),
        add constraint oauth_client_authentication_known
          check (client_authentication in ('post', 'basic', 'private-key-jwt')),
        add constraint oauth_client_algorithm_known
          check (signing_algorithm in ('PS256', 'RS256') and pending_algorithm in ('PS256', 'RS256')),
        add constraint oauth_client_identity_known check (identity in ('id-token', 'none'));
      comment on column mailroom.oauth_client.sealed_private_key is
        'PKCS #8 in PEM. Bound to this row and to the origin of token_endpoint.';
      comment on column mailroom.oauth_client.sealed_pending_key is
        'Made, but not in use before somebody says that the provider knows its certificate. Bound like the other one.';
      comment on column mailroom.oauth_client.callback_alias is
        'Providers send browsers back to this path at the root of the host: the one that a registration was made for.';
      comment on column mailroom.oauth_client.answer_names is
        'What this provider calls the members of a token answer, where it differs from RFC 6749.';
      comment on column mailroom.oauth_client.not_before is
        'After trouble with the client itself nobody asks its provider before this moment of mailroom.now().';

      alter table mailroom.oauth_authorization add column redirect_uri text;
      comment on column mailroom.oauth_authorization.redirect_uri is
        'Sent with the authorization request, and again with the code (RFC 6749 section 4.1.3).';

      alter table mailroom.oauth_token
        add column tenant_id text,
        add column object_id text,
        add column refresh_obtained_at timestamptz;
      update mailroom.oauth_token set refresh_obtained_at = access_obtained_at where sealed_refresh is not null;
      comment on column mailroom.oauth_token.object_id is
        'With tenant_id: who consented, the same for every client of a Microsoft tenant.';
      comment on column mailroom.oauth_token.refresh_obtained_at is
        'Since when the refresh token in store is there: from then on it ages when nobody uses it.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table mailroom.oauth_token
        drop column refresh_obtained_at, drop column object_id, drop column tenant_id;
      alter table mailroom.oauth_authorization drop column redirect_uri;
      alter table mailroom.oauth_client
        drop constraint oauth_client_identity_known,
        drop constraint oauth_client_algorithm_known,
        drop constraint oauth_client_authentication_known,
        drop constraint oauth_client_flow_known,
        drop column not_before, drop column failure_at, drop column failure_class, drop column failure_code,
        drop column failures, drop column secret_warning_days, drop column answer_names,
        drop column refresh_parameters, drop column token_parameters, drop column callback_alias,
        drop column identity, drop column pending_algorithm, drop column pending_certificate,
        drop column sealed_pending_key, drop column key_id,
        drop column signing_algorithm, drop column certificate_expires_at, drop column certificate,
        drop column sealed_private_key, drop column project_id, drop column device_endpoint,
        drop column refresh_endpoint,
        add column secret_expires_at timestamptz,
        add column sealed_secret text;
      update mailroom.oauth_client client set sealed_secret = secret.sealed, secret_expires_at = secret.expires_at
        from (select distinct on (client_id) client_id, sealed, expires_at
                from mailroom.oauth_client_secret order by client_id, added_at desc) secret
       where secret.client_id = client.id;
      drop table mailroom.oauth_client_secret;
    `);
  }
}
