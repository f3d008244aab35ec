import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Mail that is written in one statement is told in one statement. And whoever tells holds on to a webhook before its row of
 * `webhook_message` asks for it: one that is being deleted meanwhile hears nothing, where the foreign key would have taken the
 * whole transaction back, and the mail in it.
 */
export class WebhookGroups1764000000039 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TELLING);
    await runner.query(DELIVERIES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(FORMER);
  }
}

const TELLING = `
  create or replace function mailroom.tell_webhooks(kind text, told jsonb) returns void language plpgsql as $$
  declare new_event uuid := gen_random_uuid();
  begin
    insert into mailroom.webhook_message (webhook_id, event_id, event, data, happened_at, state, due_at, retry_until)
    select webhook.id, new_event, kind, told, mailroom.now(), 'due', mailroom.now(), mailroom.now() + interval '1 day'
    from mailroom.webhook where webhook.state = 'active' and kind = any (webhook.events)
    for key share;
    if found then perform pg_notify('mailroom', 'webhooks:due'); end if;
  end $$;

  -- One event for each of told, whoever hears of it: {kind, data}.
  create function mailroom.tell_webhooks_all(told jsonb[]) returns void language plpgsql as $$
  begin
    with event as materialized (
      select gen_random_uuid() as id, each ->> 'kind' as kind, each -> 'data' as data, place
      from unnest(told) with ordinality as one (each, place)),
    listening as materialized (
      select id, events from mailroom.webhook
      where state = 'active' and events && array(select each ->> 'kind' from unnest(told) each) for key share)
    insert into mailroom.webhook_message (webhook_id, event_id, event, data, happened_at, state, due_at, retry_until)
    select listening.id, event.id, event.kind, event.data, mailroom.now(), 'due', mailroom.now(),
      mailroom.now() + interval '1 day'
    from event join listening on event.kind = any (listening.events)
    order by event.place;
    if found then perform pg_notify('mailroom', 'webhooks:due'); end if;
  end $$;
`;

const DATA = `jsonb_build_object('deliveryId', id, 'accountId', fresh.account_id, 'outcome', fresh.outcome,
  'reference', fresh.reference, 'problem', fresh.problem, 'receivedAt', fresh.received_at)`;

const KIND = `case fresh.outcome when 'stored' then 'delivery.committed' else 'delivery.' || fresh.outcome end`;

/** What a trigger tells of the rows of `from`. */
const tellingOf = (from: string) => `
  begin
    if not mailroom.webhooks_want(array['delivery.committed', 'delivery.quarantined', 'delivery.ignored']) then
      return null;
    end if;
    perform mailroom.tell_webhooks_all(array(
      select jsonb_build_object('kind', ${KIND}, 'data', ${DATA}) from ${from}));
    return null;
  end`;

const DELIVERIES = `
  create or replace function mailroom.delivery_to_webhooks() returns trigger language plpgsql as $$
    ${tellingOf(`fresh where fresh.outcome in ('stored', 'quarantined', 'ignored')`)} $$;

  create or replace function mailroom.delivery_change_to_webhooks() returns trigger language plpgsql as $$
    ${tellingOf(`fresh join former using (id)
      where fresh.outcome in ('stored', 'quarantined', 'ignored') and fresh.outcome <> former.outcome`)} $$;
`;

/** As the migration that made them left them. */
const eachAlone = (from: string) => `
  begin
    if not mailroom.webhooks_want(array['delivery.committed', 'delivery.quarantined', 'delivery.ignored']) then
      return null;
    end if;
    perform mailroom.tell_webhooks(${KIND}, ${DATA}) from ${from};
    return null;
  end`;

const FORMER = `
  create or replace function mailroom.delivery_to_webhooks() returns trigger language plpgsql as $$
    ${eachAlone(`fresh where fresh.outcome in ('stored', 'quarantined', 'ignored')`)} $$;

  create or replace function mailroom.delivery_change_to_webhooks() returns trigger language plpgsql as $$
    ${eachAlone(`fresh join former using (id)
      where fresh.outcome in ('stored', 'quarantined', 'ignored') and fresh.outcome <> former.outcome`)} $$;

  drop function mailroom.tell_webhooks_all;

  create or replace function mailroom.tell_webhooks(kind text, told jsonb) returns void language plpgsql as $$
  declare new_event uuid := gen_random_uuid();
  begin
    insert into mailroom.webhook_message (webhook_id, event_id, event, data, happened_at, state, due_at, retry_until)
    select webhook.id, new_event, kind, told, mailroom.now(), 'due', mailroom.now(), mailroom.now() + interval '1 day'
    from mailroom.webhook where webhook.state = 'active' and kind = any (webhook.events);
    if found then perform pg_notify('mailroom', 'webhooks:due'); end if;
  end $$;
`;
