import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Where the tokens of a client may be shown. */
export class TokenHosts1764000000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table mailroom.oauth_client 
        add column mail_hosts text[] not null default '{}',
        add column hosts_widened_at timestamptz;
      alter table mailroom.oauth_token add column access_void_before timestamptz;
      comment on column mailroom.oauth_client.mail_hosts is
        'Mail servers that the tokens may be shown to, besides those of the template; none of either: anywhere.';
      comment on column mailroom.oauth_client.hosts_widened_at is
        'Since when the tokens may be shown to more mail servers: the state of the client that allowed it.';
      comment on column mailroom.oauth_token.access_void_before is
        'What an older state of the client asks for is void on arrival: that state allowed fewer mail servers.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table mailroom.oauth_token drop column access_void_before;
      alter table mailroom.oauth_client drop column hosts_widened_at, drop column mail_hosts;
    `);
  }
}
