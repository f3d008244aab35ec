import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Limits that count recipients, beside those that count mails. A server of everybody at Microsoft that had the limit of
 * its provider by the day counts what Microsoft counts from now on.
 */
export class CountedRecipients1764000000036 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table mailroom.outgoing_server add column recipients_per_day integer,
        add constraint outgoing_server_recipients_positive check (recipients_per_day > 0);
      comment on column mailroom.outgoing_server.recipients_per_day is
        'Recipients, each of each mail, that may be named to it in any day; null is no limit.';
      update mailroom.outgoing_server set recipients_per_day = rate_per_day, rate_per_day = null
        where rate_per_day = 10000 and host ~ '(^|\\.)(office365\\.(com|us)|outlook\\.com|outlook\\.office\\.com|partner\\.outlook\\.cn)$';

      alter table mailroom.outgoing_pace add column recipients integer not null default 0;
      update mailroom.outgoing_pace set recipients = mails;
      comment on table mailroom.outgoing_pace is
        'Mails that a server with a limit was offered and recipients that were named to it, by the second of mailroom.now(), for as long as they count.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table mailroom.outgoing_pace drop column recipients;
      comment on table mailroom.outgoing_pace is
        'Mails that a server with a limit was offered, by the second of mailroom.now(), for as long as they count.';
      update mailroom.outgoing_server set rate_per_day = coalesce(rate_per_day, recipients_per_day);
      alter table mailroom.outgoing_server drop column recipients_per_day;
    `);
  }
}
