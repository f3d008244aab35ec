import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Webhooks: who wants to hear of what, and what is still to be told. Events are written where they happen, by triggers on the rows that
 * change, so that none can be forgotten by whoever changes a row, and each stands or falls with the transaction it is about.
 */
export class Webhooks1764000000034 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(TELLING);
    await runner.query(TOKENS);
    await runner.query(ACCOUNTS);
    await runner.query(DELIVERIES);
    await runner.query(OUTBOX);
    await runner.query(BANNERS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger banner_webhooks on mailroom.banner_memory;
      drop trigger outgoing_mail_webhooks on mailroom.outgoing_mail;
      drop trigger delivery_webhooks on mailroom.delivery;
      drop trigger delivery_change_webhooks on mailroom.delivery;
      drop trigger mail_account_webhooks on mailroom.mail_account;
      drop trigger mail_account_new_webhooks on mailroom.mail_account;
      drop trigger oauth_token_webhooks on mailroom.oauth_token;
      drop trigger oauth_token_change_webhooks on mailroom.oauth_token;
      drop function mailroom.banner_to_webhooks, mailroom.outgoing_mail_to_webhooks, mailroom.delivery_to_webhooks,
        mailroom.delivery_change_to_webhooks, mailroom.mail_account_to_webhooks, mailroom.oauth_token_to_webhooks,
        mailroom.tell_webhooks, mailroom.webhooks_want;
      drop table mailroom.webhook_message;
      drop table mailroom.webhook;
    `);
  }
}

const TABLES = `
  create table mailroom.webhook (
    id uuid constraint webhook_pk primary key,
    description text not null,
    url text not null,
    events text[] not null,
    state text not null constraint webhook_states check (state in ('active', 'paused')),
    paused_because text,
    sealed_secret text not null,
    sealed_former_secret text,
    former_secret_until timestamptz,
    ca_certificate text,
    failing_since timestamptz,
    failures integer not null default 0,
    failure_code text,
    failure_params jsonb,
    last_success_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    updated_by text not null
  );
  comment on table mailroom.webhook is 'Who is told of which events, and where.';
  comment on column mailroom.webhook.paused_because is 'failing or gone where Mailroom paused it; null where an admin did.';

  create table mailroom.webhook_message (
    id bigint generated always as identity constraint webhook_message_pk primary key,
    webhook_id uuid not null constraint webhook_message_webhook_fk references mailroom.webhook on delete cascade,
    event_id uuid not null,
    event text not null,
    data jsonb not null,
    happened_at timestamptz not null,
    state text not null constraint webhook_message_states check (state in ('due', 'told', 'given-up')),
    due_at timestamptz not null,
    retry_until timestamptz not null,
    leased_until timestamptz,
    attempts integer not null default 0,
    calls jsonb not null default '[]'
  );
  comment on table mailroom.webhook_message is 'An event for one webhook: what is to be told, then the log of how it went.';
  create index webhook_message_due on mailroom.webhook_message (webhook_id, due_at) where state = 'due';
  create index webhook_message_newest on mailroom.webhook_message (webhook_id, id);
  create index webhook_message_old on mailroom.webhook_message (happened_at);
`;

// At most 10,000 wait for each webhook; what is too much is given up by whoever tells.
const TELLING = `
  create function mailroom.webhooks_want(kinds text[]) returns boolean language sql stable as $$
    select exists (select from mailroom.webhook where state = 'active' and events && kinds)
  $$;

  create function mailroom.tell_webhooks(kind text, told jsonb) returns void language plpgsql as $$
  declare new_event uuid := gen_random_uuid();
  begin
    insert into mailroom.webhook_message (webhook_id, event_id, event, data, happened_at, state, due_at, retry_until)
    select webhook.id, new_event, kind, told, mailroom.now(), 'due', mailroom.now(), mailroom.now() + interval '1 day'
    from mailroom.webhook where webhook.state = 'active' and kind = any (webhook.events);
    if found then perform pg_notify('mailroom', 'webhooks:due'); end if;
  end $$;
`;

const TOKENS = `
  create function mailroom.oauth_token_to_webhooks() returns trigger language plpgsql as $$
  declare kind text; token mailroom.oauth_token;
  begin
    token := coalesce(new, old);
    if tg_op = 'DELETE' then kind := 'token.disconnected';
    elsif tg_op = 'INSERT' or new.connected_at is distinct from old.connected_at then kind := 'token.connected';
    elsif new.failure_code = 'disconnected' then kind := 'token.disconnected';
    else kind := 'token.reconnect-needed';
    end if;
    perform mailroom.tell_webhooks(kind, jsonb_build_object(
      'tokenId', token.id, 'clientId', token.client_id, 'mailbox', token.mailbox,
      'state', case when tg_op = 'DELETE' then 'removed' else token.state end,
      'problem', case when tg_op <> 'DELETE' then token.failure_code end));
    return null;
  end $$;

  create trigger oauth_token_webhooks after insert or delete on mailroom.oauth_token
    for each row execute function mailroom.oauth_token_to_webhooks();
  create trigger oauth_token_change_webhooks after update on mailroom.oauth_token
    for each row when (new.connected_at is distinct from old.connected_at
      or (new.state = 'reconnect' and (old.state <> 'reconnect' or
        (new.failure_code = 'disconnected' and coalesce(old.failure_code, '') <> 'disconnected'))))
    execute function mailroom.oauth_token_to_webhooks();
`;

const ACCOUNTS = `
  create function mailroom.mail_account_to_webhooks() returns trigger language plpgsql as $$
  declare kind text;
    was_failing boolean := old.failures > 0 and (old.failures >= 3 or old.failure_disposition <> 'retry-later');
    fails boolean := new.failures > 0 and (new.failures >= 3 or new.failure_disposition <> 'retry-later');
  begin
    if new.state is distinct from old.state then
      kind := case new.state when 'live' then 'account.live' when 'paused' then 'account.paused' end;
    elsif new.state <> 'live' then kind := null;
    elsif fails and was_failing is not true then kind := 'account.failing';
    elsif was_failing and fails is not true then kind := 'account.recovered';
    end if;
    if kind is null then return null; end if;
    perform mailroom.tell_webhooks(kind, jsonb_build_object(
      'accountId', new.id, 'name', new.name, 'address', new.address, 'state', new.state,
      'problem', case when fails then new.failure_code end, 'class', case when fails then new.failure_disposition end));
    return null;
  end $$;

  create trigger mail_account_new_webhooks after insert on mailroom.mail_account
    for each row when (new.state = 'live') execute function mailroom.mail_account_to_webhooks();
  create trigger mail_account_webhooks after update on mailroom.mail_account
    for each row when (new.state is distinct from old.state or new.failures is distinct from old.failures)
    execute function mailroom.mail_account_to_webhooks();
`;

// Once for each statement: mail is written in groups, and where nobody wants to hear of it that is all it costs.
const DELIVERIES = `
  create function mailroom.delivery_to_webhooks() returns trigger language plpgsql as $$
  begin
    if not mailroom.webhooks_want(array['delivery.committed', 'delivery.quarantined', 'delivery.ignored']) then
      return null;
    end if;
    perform mailroom.tell_webhooks(
      case outcome when 'stored' then 'delivery.committed' else 'delivery.' || outcome end,
      jsonb_build_object('deliveryId', id, 'accountId', account_id, 'outcome', outcome, 'reference', reference,
        'problem', problem, 'receivedAt', received_at))
    from fresh where outcome in ('stored', 'quarantined', 'ignored');
    return null;
  end $$;

  create function mailroom.delivery_change_to_webhooks() returns trigger language plpgsql as $$
  begin
    if not mailroom.webhooks_want(array['delivery.committed', 'delivery.quarantined', 'delivery.ignored']) then
      return null;
    end if;
    perform mailroom.tell_webhooks(
      case fresh.outcome when 'stored' then 'delivery.committed' else 'delivery.' || fresh.outcome end,
      jsonb_build_object('deliveryId', id, 'accountId', fresh.account_id, 'outcome', fresh.outcome,
        'reference', fresh.reference, 'problem', fresh.problem, 'receivedAt', fresh.received_at))
    from fresh join former using (id)
    where fresh.outcome in ('stored', 'quarantined', 'ignored') and fresh.outcome <> former.outcome;
    return null;
  end $$;

  create trigger delivery_webhooks after insert on mailroom.delivery referencing new table as fresh
    for each statement execute function mailroom.delivery_to_webhooks();
  create trigger delivery_change_webhooks after update on mailroom.delivery
    referencing new table as fresh old table as former
    for each statement execute function mailroom.delivery_change_to_webhooks();
`;

const OUTBOX = `
  create function mailroom.outgoing_mail_to_webhooks() returns trigger language plpgsql as $$
  begin
    perform mailroom.tell_webhooks('outbox.' || new.status, jsonb_build_object(
      'mailId', new.id, 'messageId', new.message_id, 'serverId', new.server_id, 'status', new.status,
      'problem', case when new.status <> 'sent' then new.problem_code end, 'attempts', new.attempts));
    return null;
  end $$;

  create trigger outgoing_mail_webhooks after update on mailroom.outgoing_mail
    for each row when (new.status is distinct from old.status and new.status in ('sent', 'failed', 'bounced'))
    execute function mailroom.outgoing_mail_to_webhooks();
`;

// What is derived from the health of everything is told when a banner says it, and when that is gone.
const BANNERS = `
  create function mailroom.banner_to_webhooks() returns trigger language plpgsql as $$
  declare banner mailroom.banner_memory; told_kind text; about uuid;
  begin
    banner := coalesce(new, old);
    told_kind := case banner.kind when 'refresh-token-idle' then 'token.expiring' when 'token-expired' then 'token.expired'
      when 'mailbox-silent' then case tg_op when 'INSERT' then 'account.silent' else 'account.recovered' end end;
    if told_kind is null or (tg_op = 'DELETE' and told_kind <> 'account.recovered') then return null; end if;
    about := substring(banner.cause from '^(?:token|account):([0-9a-f-]{36})$')::uuid;
    if about is null then return null; end if;
    if told_kind like 'token.%' then
      perform mailroom.tell_webhooks(told_kind, jsonb_build_object('tokenId', token.id, 'clientId', token.client_id,
        'mailbox', token.mailbox, 'state', token.state, 'problem', token.failure_code))
      from mailroom.oauth_token token where id = about;
    else
      perform mailroom.tell_webhooks(told_kind, jsonb_build_object('accountId', account.id, 'name', account.name,
        'address', account.address, 'state', account.state, 'problem', account.failure_code,
        'class', account.failure_disposition))
      from mailroom.mail_account account where id = about;
    end if;
    return null;
  end $$;

  create trigger banner_webhooks after insert or delete on mailroom.banner_memory
    for each row execute function mailroom.banner_to_webhooks();
`;
