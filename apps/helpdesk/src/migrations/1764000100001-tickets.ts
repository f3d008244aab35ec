import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Tickets, their articles and who takes part. */
export class Tickets1764000100001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create sequence ticket_number as integer start 1001;

      create table ticket (
        number integer primary key default nextval('ticket_number'),
        subject text not null,
        state text not null default 'open' check (state in ('open', 'closed')),
        customer_address text not null,
        customer_name text not null,
        mailbox text not null,
        mentions integer references ticket (number),
        created_at timestamptz not null,
        updated_at timestamptz not null
      );
      create index ticket_by_state on ticket (state, updated_at);

      create table article (
        id integer generated always as identity primary key,
        ticket_number integer not null references ticket (number),
        direction text not null check (direction in ('in', 'out')),
        from_address text not null,
        from_name text not null,
        to_addresses text not null,
        subject text not null,
        text text not null,
        has_html boolean not null,
        attachments jsonb not null,
        delivery_id uuid unique,
        outgoing_id uuid,
        form_id uuid unique,
        message_id text,
        created_at timestamptz not null
      );
      alter table article alter column text set storage external;
      create index article_of_ticket on article (ticket_number);
      create index article_by_message_id on article (message_id);

      create table participant (
        ticket_number integer not null references ticket (number),
        address text not null,
        primary key (ticket_number, address)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table participant;
      drop table article;
      drop table ticket;
      drop sequence ticket_number;
    `);
  }
}
