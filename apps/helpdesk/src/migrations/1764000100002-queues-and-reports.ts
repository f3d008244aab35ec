import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Queues, priorities and ends of tickets, reports on what was sent from them, and who was told a ticket's number. */
export class QueuesAndReports1764000100002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table ticket
        add column queue text not null default 'support',
        add column priority text not null default 'normal' check (priority in ('high', 'normal', 'low')),
        add column tags text[] not null default '{}',
        add column closed_at timestamptz;
      update ticket set closed_at = updated_at where state = 'closed';
      alter table ticket add constraint ticket_closed check ((state = 'closed') = (closed_at is not null));

      alter table article
        add column report jsonb,
        add column reports_on integer references article (id);
      create index article_reports_on on article (reports_on) where reports_on is not null;

      create table acknowledgement (address text primary key, sent_at timestamptz not null);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table acknowledgement;
      alter table article drop column reports_on, drop column report;
      alter table ticket drop constraint ticket_closed, drop column closed_at, drop column tags, drop column priority, drop column queue;
    `);
  }
}
