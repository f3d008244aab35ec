import { type EntityManager } from 'typeorm';
import { type MailGroup } from './mail-group.js';
import { runPrepared, type Prepared } from './prepared.js';
import { storableJson } from './storable-json.js';
import { storableText } from './storable-text.js';

const ARTICLE = `from_address text, from_name text, to_addresses text, subject text, has_html boolean,
  attachments jsonb, delivery_id uuid, message_id text, report jsonb, reported text, reopens boolean, created_at timestamptz`;

const FILE = `
  insert into article (ticket_number, direction, from_address, from_name, to_addresses, subject, text, has_html,
    attachments, delivery_id, message_id, report, reports_on, created_at)
  select number, 'in', from_address, from_name, to_addresses, subject, $3, has_html, attachments, delivery_id,
    message_id, report,
    (select min(sent.id) from article sent
      where sent.message_id = reported and sent.direction = 'out' and sent.ticket_number = number),
    created_at
  from incoming`;

const JOIN: Prepared = {
  name: 'helpdesk_write_one_joins',
  text: `
  with incoming as materialized (select * from json_to_record($1) as row (number integer, ${ARTICLE})),
  reopened as (
    update ticket set state = case when reopens then 'open' else state end,
      closed_at = case when reopens then null else closed_at end,
      updated_at = greatest(updated_at, incoming.created_at)
    from incoming where ticket.number = incoming.number
  ), joined as (
    insert into participant (ticket_number, address)
    select number, address from incoming, json_array_elements_text($2) as address on conflict do nothing
  )
  ${FILE}`,
};

const OPEN: Prepared = {
  name: 'helpdesk_write_one_opens',
  text: `
  with incoming as materialized (
    select nextval('ticket_number')::integer as number, row.* from json_to_record($1) as row (${ARTICLE})
  ), opened as (
    insert into ticket (number, subject, customer_address, customer_name, mailbox, mentions, queue, priority, tags,
      state, closed_at, created_at, updated_at)
    select number, ticket.subject, customer_address, customer_name, mailbox, (mentions ->> 'number')::integer, queue,
      priority, tags, case when closed_at is null then 'open' else 'closed' end, closed_at, ticket.created_at, updated_at
    from incoming, json_to_record($4) as ticket (subject text, customer_address text, customer_name text,
      mailbox text, mentions json, queue text, priority text, tags text[],
      closed_at timestamptz, created_at timestamptz, updated_at timestamptz)
  ), joined as (
    insert into participant (ticket_number, address)
    select number, address from incoming, json_array_elements_text($2) as address on conflict do nothing
  )
  ${FILE}
  returning ticket_number as number`,
};

/** Writes a group of one mail: the statement for groups takes PostgreSQL half as long again for so little. */
export async function writeOne(group: MailGroup, tx: EntityManager): Promise<ReadonlyMap<number, number>> {
  const { text = '', ...article } = group.articles[0] ?? {};
  const values = [
    storableJson(article),
    storableJson(group.participants.map(({ address }) => address)),
    // By itself: in JSON, PostgreSQL would read it several times.
    storableText(text),
  ];
  const [ticket] = group.tickets;
  if (!ticket) {
    await runPrepared(tx, JOIN, values);
    return new Map();
  }
  const [opened] = await runPrepared<{ number: number }>(tx, OPEN, [...values, storableJson(ticket)]);
  return new Map(opened ? [[0, opened.number]] : []);
}
