import { type DataSource } from 'typeorm';

type Databased = Pick<DataSource, 'query'>;

/** Accounts `Desk 1`, `Desk 2`, … in a row: drafts, but for every third, which is live. */
export async function fillAccounts(database: Databased, count: number): Promise<void> {
  await database.query(
    `insert into mailroom.mail_account (name, host, port, security, login, address, auth, disposition, state, next_at)
     select 'Desk ' || n, 'imap' || n % 10 || '.example', 993, 'tls', 'desk' || n, 'desk' || n || '@house.test', 'password',
       'leave', case when n % 3 = 0 then 'live' else 'draft' end, now() + interval '1 year'
     from generate_series(1, $1::integer) n`,
    [count],
  );
}

const SUBJECT = `case when n = $1 then 'Über Größe ' else 'Subject ' end || n`;

/**
 * Mails `Subject 1`, `Subject 2`, … from bob1@customer.test, bob2@…, a minute apart, all stored but for every 5,000th, which was
 * ignored; the last one, of now, is `Über Größe …`.
 */
export async function fillLedger(database: Databased, accountId: string, count: number): Promise<void> {
  await database.query(
    `insert into mailroom.delivery (id, account_id, generation, uid_validity, uid, content_key, size, received_at, recorded_at,
       message_id, sender, subject, outcome)
     select ('018f0000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, $2, 1, 1, n, sha256(n::text::bytea), 4000, at, at,
       '<' || n || '@example.test>', 'bob' || n || '@customer.test', ${SUBJECT},
       case when n % 5000 = 0 then 'ignored' else 'stored' end
     from (select n, now() - ($1::integer - n) * interval '1 minute' as at from generate_series(1, $1::integer) n) made`,
    [count, accountId],
  );
}

/** Looks into a mailbox, a minute apart: every hundredth failed, every seventh brought mail; the last one, of now, was asked for. */
export async function fillRuns(database: Databased, accountId: string, count: number): Promise<void> {
  await database.query(
    `insert into mailroom.fetch_run (account_id, instance, epoch, cause, phase, began_at, ended_at, ending, mails)
     select $2, gen_random_uuid(), 1, case when n = $1 then 'asked' else 'poll' end, 'look', at, at,
       case when n % 100 = 0 then 'failed' else 'done' end, case when n % 7 = 0 then n else 0 end
     from (select n, now() - ($1::integer - n) * interval '1 minute' as at from generate_series(1, $1::integer) n) made`,
    [count, accountId],
  );
}

/** What a webhook was told, a minute apart: every thousandth was given up, the data count from 1. */
export async function fillMessages(database: Databased, webhookId: string, count: number): Promise<void> {
  await database.query(
    `insert into mailroom.webhook_message (webhook_id, event_id, event, data, happened_at, state, due_at, retry_until)
     select $2, gen_random_uuid(), case when n % 2 = 0 then 'outbox.sent' else 'account.failing' end,
       jsonb_build_object('number', 'no' || n || '.'), at, case when n % 1000 = 0 then 'given-up' else 'told' end, at, at
     from (select n, now() - ($1::integer - n) * interval '1 minute' as at from generate_series(1, $1::integer) n) made`,
    [count, webhookId],
  );
}

/** Warnings that are over, a minute apart, of `mailbox1@house.test` and so on; every tenth was critical. */
export async function fillPastBanners(database: Databased, count: number): Promise<void> {
  await database.query(
    `insert into mailroom.banner_past (kind, cause, severity, params, first_seen_at, gone_at)
     select 'token-expired', 'token ' || n, case when n % 10 = 0 then 'critical' else 'warning' end,
       jsonb_build_object('mailbox', 'mailbox' || n || '@house.test'), at, at
     from (select n, now() - ($1::integer - n) * interval '1 minute' as at from generate_series(1, $1::integer) n) made`,
    [count],
  );
}

/** Lines of the audit log, a minute apart, about `Thing 1` and so on. */
export async function fillAuditLog(database: Databased, count: number): Promise<void> {
  await database.query(
    `insert into mailroom.audit_event (at, action, subject_kind, subject_id, subject_name)
     select now() - interval '1 day' - ($1::integer - n) * interval '1 minute', 'account-changed', 'account', n, 'Thing ' || n
     from generate_series(1, $1::integer) n`,
    [count],
  );
}

/** The same as mail that left: to bob1@customer.test and so on, Cc to Carol 1 and so on, every 5,000th failed. */
export async function fillOutbox(database: Databased, count: number): Promise<void> {
  await database.query(
    `insert into mailroom.outgoing_mail (message_id, draft, bytes, status, due_at, waiting_since, created_at, lane)
     select '<' || n || '@example.test>',
       jsonb_build_object('from', jsonb_build_object('name', 'Support', 'address', 'support@example.test'),
         'to', jsonb_build_array(jsonb_build_object('name', '', 'address', 'bob' || n || '@customer.test')),
         'cc', jsonb_build_array(jsonb_build_object('name', 'Carol ' || n, 'address', 'cc' || n || '@customer.test')),
         'bcc', '[]'::jsonb, 'replyTo', null, 'subject', ${SUBJECT}, 'text', 'x', 'html', null, 'inReplyTo', null,
         'references', '[]'::jsonb, 'headers', '{}'::jsonb, 'contentIds', '[]'::jsonb),
       9, case when n % 5000 = 0 then 'failed' else 'sent' end, at, at, at, 'x'
     from (select n, date_trunc('milliseconds', now()) - ($1::integer - n) * interval '1 minute' as at
           from generate_series(1, $1::integer) n) made`,
    [count],
  );
}
