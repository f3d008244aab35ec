import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Servers that staff connect for themselves: which clients are open for it, what an authorization is for, who let go. */
export class PersonalServers1764000000031 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table mailroom.oauth_client
        add column personal_servers boolean not null default false,
        add column submission jsonb;
      comment on column mailroom.oauth_client.personal_servers is
        'Staff who are no admins may connect a mailbox of their own with it.';
      comment on column mailroom.oauth_client.submission is
        'Where mail of these mailboxes leaves: {"host", "port", "security"}; null is the place of the template.';

      alter table mailroom.oauth_authorization
        add column purpose text not null default 'admin',
        add constraint oauth_authorization_purpose_known check (purpose in ('admin', 'personal'));
      create index oauth_authorization_actor on mailroom.oauth_authorization (actor_id, begun_at);

      alter table mailroom.outgoing_server add column owner_left_at timestamptz;
      create index outgoing_server_owner on mailroom.outgoing_server (owner_id) where owner_id is not null;
      comment on column mailroom.outgoing_server.owner_left_at is
        'The owner let go of it: connecting the mailbox again revives it. Null where an admin archived it.';

      alter table mailroom.sender_policy add column authors_own_address boolean not null default false;
      comment on column mailroom.sender_policy.authors_own_address is
        'Authors with a live server of their own write under its address.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table mailroom.sender_policy drop column authors_own_address;
      drop index mailroom.outgoing_server_owner;
      alter table mailroom.outgoing_server drop column owner_left_at;
      drop index mailroom.oauth_authorization_actor;
      alter table mailroom.oauth_authorization
        drop constraint oauth_authorization_purpose_known,
        drop column purpose;
      alter table mailroom.oauth_client
        drop column submission,
        drop column personal_servers;
    `);
  }
}
