import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What a client's own failures are counted by, the due tokens of each client, and clocks that differ. */
export class Refresh1764000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table mailroom.oauth_client
        add column failing_since timestamptz,
        add column failed_token_id uuid;
      comment on column mailroom.oauth_client.failed_token_id is
        'Whose refresh failed last: trouble counts only when the next one is another, and others probe first.';

      drop index mailroom.oauth_token_due;
      create index oauth_token_due_of_client on mailroom.oauth_token (client_id, refresh_due_at)
        where state <> 'reconnect';

      create table mailroom.provider_clock (
        host text not null,
        provider text not null,
        skew_seconds integer not null,
        measured_at timestamptz not null,
        primary key (host, provider)
      );
      comment on table mailroom.provider_clock is
        'Machines of ours whose clock is not that of a provider; positive when ours is ahead.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table mailroom.provider_clock;
      drop index mailroom.oauth_token_due_of_client;
      create index oauth_token_due on mailroom.oauth_token (refresh_due_at) where state <> 'reconnect';
      alter table mailroom.oauth_client drop column failed_token_id, drop column failing_since;
    `);
  }
}
