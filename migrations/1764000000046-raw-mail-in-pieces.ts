import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Raw mail in rows of a page each. PostgreSQL cuts what is longer into 2 KB of its own, each with a line in an index, and
 * copies the whole several times on the way: more than twice the work for the same bytes. What is there already stays as
 * it is, a mail in one piece; only the index of the table is built anew.
 *
 * A foreign key would look up the delivery again for each piece. They are written in the transaction that writes the
 * delivery, and a trigger removes them with it.
 */
export class RawMailInPieces1764000000046 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table mailroom.raw_mail drop constraint raw_mail_delivery_fk, drop constraint raw_mail_pk;
      alter table mailroom.raw_mail add column position integer not null default 0;
      alter table mailroom.raw_mail add constraint raw_mail_pk primary key (delivery_id, position);
      alter table mailroom.raw_mail set (toast_tuple_target = 8160);

      create function mailroom.remove_raw_mail() returns trigger language plpgsql as $$
        begin
          delete from mailroom.raw_mail where delivery_id in (select id from removed);
          return null;
        end $$;
      create trigger delivery_removes_raw_mail after delete on mailroom.delivery
        referencing old table as removed for each statement execute function mailroom.remove_raw_mail();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger delivery_removes_raw_mail on mailroom.delivery;
      drop function mailroom.remove_raw_mail();

      create temporary table whole_mail on commit drop as
        select delivery_id, string_agg(bytes, '' order by position) as bytes
        from mailroom.raw_mail group by delivery_id having count(*) > 1;
      delete from mailroom.raw_mail where position > 0;
      update mailroom.raw_mail set bytes = whole_mail.bytes from whole_mail
        where whole_mail.delivery_id = raw_mail.delivery_id;

      alter table mailroom.raw_mail reset (toast_tuple_target);
      alter table mailroom.raw_mail drop constraint raw_mail_pk;
      alter table mailroom.raw_mail drop column position;
      alter table mailroom.raw_mail add constraint raw_mail_pk primary key (delivery_id);
      alter table mailroom.raw_mail add constraint raw_mail_delivery_fk
        foreign key (delivery_id) references mailroom.delivery (id) on delete cascade;
    `);
  }
}
