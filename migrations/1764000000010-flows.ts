import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What an authorization remembers of how it was begun. */
export class Flows1764000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table mailroom.oauth_authorization
        add column another_identity boolean not null default false,
        add column mailbox text,
        add column asks_consent boolean not null default false;
      comment on column mailroom.oauth_authorization.another_identity is
        'An admin said that the token may become somebody else''s.';
      comment on column mailroom.oauth_authorization.mailbox is
        'Whom the provider was told to offer first; the identity itself where the provider names none.';
      comment on column mailroom.oauth_authorization.asks_consent is
        'The provider was told to ask for consent anew, so that a refresh token comes.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table mailroom.oauth_authorization
        drop column asks_consent, drop column mailbox, drop column another_identity;
    `);
  }
}
