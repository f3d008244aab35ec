import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * What a mail of the outbox is looked for by, beside its draft: reading it there means unpacking bodies of all the mails
 * that are looked at. The table is written once more, about a second for every 40,000 mails. Those
 * that came to grief are few and found by an index of their own.
 */
export class OutboxSearch1764000000035 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table mailroom.outgoing_mail add column searched text generated always as (
        lower(coalesce(draft ->> 'subject', '') || E'\\n' || message_id || E'\\n'
          || jsonb_path_query_array(draft, '$.*.address')::text || E'\\n'
          || jsonb_path_query_array(draft, '$.*.name')::text)) stored;
      comment on column mailroom.outgoing_mail.searched is
        'Subject, Message-ID, addresses and names of everybody it is from and to, in small letters.';

      create index outgoing_mail_at_rest on mailroom.outgoing_mail (status, created_at, id)
        where status in ('failed', 'bounced', 'cancelled');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index mailroom.outgoing_mail_at_rest;
      alter table mailroom.outgoing_mail drop column searched;
    `);
  }
}
