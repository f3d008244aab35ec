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
