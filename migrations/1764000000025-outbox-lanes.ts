import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The outbox is its own queue: claimed by lane, in the order of threads, with what becomes of each recipient. */
export class OutboxLanes1764000000025 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table mailroom.outgoing_mail
        drop column job_epoch,
        add column seq bigint generated always as identity,
        add column lane text,
        add column thread text,
        add column unanswered integer not null default 0,
        add column deferred jsonb not null default '[]',
        add column reports jsonb not null default '[]',
        drop constraint outgoing_mail_status_known,
        add constraint outgoing_mail_status_known check (
          status in ('queued', 'sending', 'sent', 'delayed', 'failed', 'cancelled', 'bounced'));
      update mailroom.outgoing_mail
        set lane = json_build_array(lower(draft -> 'from' ->> 'address'), named_server_id)::text;
      alter table mailroom.outgoing_mail alter column lane set not null;
      drop index mailroom.outgoing_mail_due;
      create index outgoing_mail_due on mailroom.outgoing_mail (lane, due_at, seq) where status in ('queued', 'delayed');
      create index outgoing_mail_in_thread on mailroom.outgoing_mail (thread, seq)
        where thread is not null and status in ('queued', 'sending', 'delayed');
      comment on column mailroom.outgoing_mail.seq is 'The order in which mail was enqueued.';
      comment on column mailroom.outgoing_mail.lane is
        'What routing is asked: mails of one lane leave through the same server at any one moment.';
      comment on column mailroom.outgoing_mail.thread is 'Mails of one thread leave one after the other.';
      comment on column mailroom.outgoing_mail.unanswered is
        'Times that the whole mail had gone out and the connection died before a word came.';
      comment on column mailroom.outgoing_mail.deferred is 'Recipients who were put off, with what the server said last.';
      comment on column mailroom.outgoing_mail.reports is
        'What reports that came in by mail say about its recipients, the newest last.';

      create table mailroom.outgoing_pace (
        server_id uuid not null references mailroom.outgoing_server (id) on delete cascade,
        slot timestamptz not null,
        mails integer not null,
        constraint outgoing_pace_pk primary key (server_id, slot)
      );
      comment on table mailroom.outgoing_pace is
        'Mails that a server with a limit was offered, by the second of mailroom.now(), for as long as they count.';
      update mailroom.outgoing_mail set status = 'delayed' where status = 'sending';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table mailroom.outgoing_pace;
      drop index mailroom.outgoing_mail_in_thread;
      drop index mailroom.outgoing_mail_due;
      update mailroom.outgoing_mail set status = 'sent' where status = 'bounced';
      alter table mailroom.outgoing_mail
        drop constraint outgoing_mail_status_known,
        drop column reports,
        drop column deferred,
        drop column unanswered,
        drop column thread,
        drop column lane,
        drop column seq,
        add column job_epoch integer not null default 0,
        add constraint outgoing_mail_status_known check (
          status in ('queued', 'sending', 'sent', 'delayed', 'failed', 'cancelled'));
      create index outgoing_mail_due on mailroom.outgoing_mail (due_at) where status in ('queued', 'delayed');
    `);
  }
}
