import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Copies of what was sent go into Sent; whoever brings them there takes a seat among the sessions. */
export class SentCopies1764000000029 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table mailroom.outgoing_server add column save_to_sent boolean not null default false;
      comment on column mailroom.outgoing_server.save_to_sent is
        'A copy of what it has sent goes into Sent of the mailbox; false where the provider does that itself.';

      alter table mailroom.outgoing_mail add column left_as jsonb;
      comment on column mailroom.outgoing_mail.left_as is
        'As whom it left: {"from", "replyTo"} of the try that a server took; with the draft they make its bytes.';

      create table mailroom.sent_copy (
        mail_id uuid not null references mailroom.outgoing_mail (id) on delete cascade,
        mailbox text not null,
        due_at timestamptz,
        until timestamptz not null,
        attempts integer not null default 0,
        problem_code text,
        problem_params jsonb,
        problem_disposition text,
        problem_at timestamptz,
        made_at timestamptz,
        constraint sent_copy_pk primary key (mail_id),
        constraint sent_copy_due_or_over check (made_at is null or due_at is null)
      );
      create index sent_copy_due on mailroom.sent_copy (due_at) where due_at is not null;
      comment on table mailroom.sent_copy is 'Copies of sent mail: due, made, or given up (neither due_at nor made_at).';
      comment on column mailroom.sent_copy.mailbox is 'Whose Sent: the login of the server that sent it, else its From.';
      comment on column mailroom.sent_copy.until is 'A copy that is still due then is given up.';

      create table mailroom.mailbox_visit (
        account_id uuid not null references mailroom.mail_account (id) on delete cascade,
        holder uuid not null,
        host text not null,
        login text not null,
        seated boolean not null default false,
        asked_at timestamptz not null default clock_timestamp(),
        constraint mailbox_visit_pk primary key (account_id)
      );
      comment on table mailroom.mailbox_visit is
        'Short connections beside the session of an account: they count among those of its mail host.';
      comment on column mailroom.mailbox_visit.seated is 'False while it waits for a connection to become free.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table mailroom.mailbox_visit;
      drop table mailroom.sent_copy;
      alter table mailroom.outgoing_mail drop column left_as;
      alter table mailroom.outgoing_server drop column save_to_sent;
    `);
  }
}
