import { type EntityManager } from 'typeorm';
import { type MailGroup } from './mail-group.js';
import { runPrepared, type Prepared } from './prepared.js';
import { storableJson } from './storable-json.js';
import { storableText } from './storable-text.js';
import { writeOne } from './write-one.js';

const WRITE: Prepared = {
  name: 'helpdesk_write_group',
  text: `
  with opening as materialized (
    select *, nextval('ticket_number')::integer as number
    from json_to_recordset($1) as row (opening integer, subject text, customer_address text, customer_name text,
      mailbox text, mentions json, queue text, priority text, tags text[],
      closed_at timestamptz, created_at timestamptz, updated_at timestamptz)
  ), incoming as materialized (
    select coalesce(row.number, opening.number) as ticket_number, row.*
    from json_to_recordset($2) as row (position integer, number integer, opening integer, from_address text,
      from_name text, to_addresses text, subject text, text_at integer, text_bytes integer, has_html boolean,
      attachments jsonb, delivery_id uuid, message_id text, report jsonb, reported text, reopens boolean, created_at timestamptz)
    left join opening using (opening)
  ), opened as (
    insert into ticket (number, subject, customer_address, customer_name, mailbox, mentions, queue, priority, tags,
      state, closed_at, created_at, updated_at)
    select one.number, one.subject, one.customer_address, one.customer_name, one.mailbox,
      coalesce((one.mentions ->> 'number')::integer, other.number), one.queue, one.priority, one.tags,
      case when one.closed_at is null then 'open' else 'closed' end, one.closed_at,
      one.created_at, one.updated_at
    from opening one left join opening other on other.opening = (one.mentions ->> 'opening')::integer
  ), reopened as (
    update ticket set state = case when wakes then 'open' else state end,
      closed_at = case when wakes then null else closed_at end, updated_at = greatest(updated_at, latest)
    from (select number, bool_or(reopens) as wakes, max(created_at) as latest
      from incoming where number is not null group by number) joined
    where ticket.number = joined.number
  ), filed as (
    insert into article (ticket_number, direction, from_address, from_name, to_addresses, subject, text, has_html,
      attachments, delivery_id, message_id, report, reports_on, created_at)
    select ticket_number, 'in', from_address, from_name, to_addresses, subject,
      convert_from(substring($4::bytea from text_at for text_bytes), 'UTF8'), has_html,
      attachments, delivery_id, message_id, report,
      (select min(sent.id) from article sent
        where sent.message_id = reported and sent.direction = 'out' and sent.ticket_number = incoming.ticket_number),
      created_at
    from incoming order by position
  ), joined as (
    insert into participant (ticket_number, address)
    select distinct coalesce(row.number, opening.number), address
    from json_to_recordset($3) as row (number integer, opening integer, address text) left join opening using (opening)
    on conflict do nothing
  )
  select opening, number from opening`,
};

/** Writes the group with one statement and answers the numbers of the tickets it opened, by their position. */
export async function writeGroup(group: MailGroup, tx: EntityManager): Promise<ReadonlyMap<number, number>> {
  if (group.articles.length === 1) return writeOne(group, tx);
  const { articles, texts } = apart(group.articles);
  const rows = await runPrepared<{ opening: number; number: number }>(tx, WRITE, [
    storableJson(group.tickets),
    storableJson(articles),
    storableJson(group.participants),
    texts,
  ]);
  return new Map(rows.map(({ opening, number }) => [opening, number]));
}

/** Articles with the place of their text, from 1, among all texts: in JSON, PostgreSQL would read each of them several times. */
function apart(articles: MailGroup['articles']) {
  const texts = articles.map(({ text }) => storableText(text));
  const sizes = texts.map((text) => Buffer.byteLength(text));
  const together = Buffer.allocUnsafe(sizes.reduce((sum, size) => sum + size, 0));
  let at = 0;
  const placed = articles.map((article, index) => {
    const row = { ...article, text: undefined, text_at: at + 1, text_bytes: sizes[index] };
    at += together.write(texts[index] ?? '', at);
    return row;
  });
  return { articles: placed, texts: together };
}
