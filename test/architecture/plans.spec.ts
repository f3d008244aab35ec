import { Retention } from '@mailroom/kernel';
import { MailroomHealth } from '@mailroom/plugin';
import { SETTLE } from '../../libs/outgoing-servers/src/outbox/settlements.js';
import { MessageDesk } from '../../libs/web-services/src/webhooks/message-desk.js';
import { hearStatements, seqScans } from '../support/plans.js';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';
import { until } from '../support/until.js';

const ROWS = 60_000;
/** Tables that grow with every mail: whoever reads one from end to end does so more slowly every day. */
const LARGE = [
  'delivery',
  'raw_mail',
  'outgoing_mail',
  'outgoing_attachment',
  'sent_copy',
  'audit_event',
  'fetch_run',
  'webhook_message',
];
const PATIENCE_MS = 180_000;

const DRAFT = {
  from: { name: '', address: 'a@b.test' },
  to: [{ name: '', address: 'c@d.test' }],
  cc: [],
  bcc: [],
  replyTo: null,
  subject: 'x',
  text: 'x',
  html: null,
  inReplyTo: null,
  references: [],
  headers: {},
  contentIds: [null],
};

/**
 * Everything that is asked of a filled database in daily work is heard while it is asked, and planned once more. What is
 * done once per start, or once per click on something rare, is not daily work.
 */
describe('the statements of daily work', () => {
  let mailroom: RunningMailroom;
  let accountId: string;
  let serverId: string;
  let webhookId: string;
  let heard: ReturnType<typeof hearStatements>;

  beforeAll(async () => {
    mailroom = await startMailroom({ logger: false });
    ({ accountId, serverId, webhookId } = await fill(mailroom));
    heard = hearStatements(LARGE);
  }, PATIENCE_MS);
  afterAll(async () => {
    jest.restoreAllMocks();
    await mailroom.stop();
  });

  it(
    'read no large table from end to end: beats, claims, the outbox, lists, health, webhooks, retention',
    async () => {
      for (const path of [
        'accounts',
        `accounts/${accountId}`,
        `accounts/${accountId}/deliveries`,
        `accounts/${accountId}/deliveries?sort=oldest`,
        `accounts/${accountId}/deliveries?search=nowhere`,
        `accounts/${accountId}/deliveries?search=subject&outcome=stored&sort=oldest`,
        `accounts/${accountId}/runs`,
        `accounts/${accountId}/runs?sort=oldest&ended=failed&cause=asked`,
        'outbox',
        'outbox?status=sent',
        'outbox?status=failed',
        'outbox?sort=oldest',
        'outbox?search=nowhere',
        'outbox?search=nowhere&status=sent&sort=oldest',
        'servers',
        `servers/${serverId}`,
        'servers?search=nowhere&state=failing&limit=50',
        'totals',
        'audit-events?sort=oldest&subjectKind=account',
        'audit-events',
        'quarantine',
        'quarantine?sort=oldest',
        'webhooks',
        `webhooks/${webhookId}/messages`,
        `webhooks/${webhookId}/messages?search=nowhere&state=given-up&sort=oldest`,
        'banners',
        'health',
      ]) {
        expect({ path, status: (await mailroom.api('GET', path)).status }).toEqual({ path, status: 200 });
      }
      await mailroom.app.get(MailroomHealth).report();
      for (const name of ['audit', 'runs', 'outbox', 'raw-mail', 'webhook-messages'])
        await mailroom.app.get(Retention, { strict: false }).run(name);
      await mailroom.app.get(MessageDesk, { strict: false }).claim([]);
      await mailroom.app.get(MessageDesk, { strict: false }).giveUp();
      expect((await mailroom.api('POST', `servers/${serverId}/sent-copies/retry`)).status).toBeLessThan(300);
      expect((await mailroom.api('DELETE', `servers/${serverId}/sent-copies`)).status).toBeLessThan(300);
      await until(() => heard().some(({ sql }) => sql.includes('holder')), {
        what: 'a beat with claims',
      });
      // Retention has left a thousand runs of each account; plans are made for the days on which there are more.
      await fillRuns(mailroom.dataSource, [accountId]);
      await mailroom.dataSource.query('analyze');

      expect(heard().length).toBeGreaterThan(15);
      expect(heard().some(({ sql }) => sql.includes('"givenUp"'))).toBe(true);
      expect(await seqScans(mailroom.dataSource, heard(), LARGE)).toEqual([]);
    },
    PATIENCE_MS,
  );
});

/** A statement that stays prepared is planned in the first minutes of a helpdesk, and runs when its outbox has grown. */
it('settle mails by their keys even where the outbox is small', async () => {
  const mailroom = await startMailroom({ logger: false });
  try {
    await mailroom.dataSource.query(
      `insert into mailroom.outgoing_mail (message_id, draft, bytes, status, due_at, waiting_since, created_at, lane)
       select '<o' || n || '@example.test>', $1::jsonb || jsonb_build_object('text', (select string_agg(md5(n || ' ' || k), '') from generate_series(1, 40) k)),
         9, 'sending', now(), now(), now(), 'x' from generate_series(1, 200) n`,
      [JSON.stringify(DRAFT)],
    );
    await mailroom.dataSource.query('analyze mailroom.outgoing_mail');
    const asked = [{ sql: SETTLE.text, parameters: ['[]'] }];
    expect(await seqScans(mailroom.dataSource, asked, ['outgoing_mail'])).toEqual([]);
  } finally {
    await mailroom.stop();
  }
});

/** A year of a small helpdesk; answers an account and a server that have some of it. */
async function fill(
  mailroom: RunningMailroom,
): Promise<{ accountId: string; serverId: string; webhookId: string }> {
  const { dataSource } = mailroom;
  const ids: string[] = [];
  for (let account = 0; account < 5; account += 1) {
    const { body } = await mailroom.api('POST', 'accounts', {
      name: `Account ${account}`,
      host: 'imap.example',
      port: 993,
      security: 'tls',
      login: `a${account}@example.test`,
      address: `a${account}@example.test`,
      auth: 'password',
      password: 'x',
      disposition: 'leave',
      start: 'all',
      push: false,
    });
    ids.push(body.id);
  }
  await dataSource.query(
    `insert into mailroom.delivery (id, account_id, generation, uid_validity, uid, content_key, size, received_at, recorded_at, message_id, sender, subject, outcome)
     select ('018f0000-' || lpad(to_hex(n / 65536), 4, '0') || '-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
       ($1::uuid[])[1 + n % 5], 1, 1, n, sha256(n::text::bytea), 4000, at, at, '<' || n || '@example.test>', 'ada@example.test',
       'Subject ' || n,
       case when n % 997 = 0 then 'quarantined' when n % 50 = 0 then 'ignored' when n % 40 = 0 then 'duplicate' else 'stored' end
     from (select n, now() - (${ROWS} - n) * interval '9 minutes' as at from generate_series(1, ${ROWS}) n) made`,
    [ids],
  );
  await dataSource.query(
    `insert into mailroom.raw_mail (delivery_id, bytes) select id, 'x' from mailroom.delivery`,
  );
  await dataSource.query(
    `insert into mailroom.outgoing_mail (message_id, draft, bytes, status, due_at, waiting_since, created_at, sent_at, lane)
     select '<o' || n || '@example.test>', $1::jsonb, 9,
       case when n % 5000 = 0 then 'failed' when n % 900 = 0 then 'bounced' else 'sent' end, at, at, at, at, 'x'
     from (select n, now() - (${ROWS} - n) * interval '9 minutes' as at from generate_series(1, ${ROWS}) n) made`,
    [JSON.stringify(DRAFT)],
  );
  await dataSource.query(
    `insert into mailroom.outgoing_attachment select id, 0, 'a.txt', 'text/plain', 'x' from mailroom.outgoing_mail`,
  );
  const { body: server } = await mailroom.api('POST', 'servers', {
    name: 'Server',
    host: 'smtp.example',
    port: 587,
    security: 'starttls',
    auth: 'none',
    saveToSent: true,
  });
  await dataSource.query('update mailroom.outgoing_mail set server_id = $1', [server.id]);
  await dataSource.query(
    `insert into mailroom.sent_copy (mail_id, mailbox, due_at, until, problem_code, made_at)
     select m.id, 'a@b.test', case when given = 'due' then now() + interval '1 hour' end, now() + interval '2 hours',
       case when given <> 'made' then 'sent-copy-failed' end, case when given = 'made' then now() end
     from (select id, case row_number() over () % 600 when 0 then 'up' when 1 then 'due' else 'made' end as given
           from mailroom.outgoing_mail where status = 'sent') m`,
  );
  await dataSource.query(
    `insert into mailroom.audit_event (at, action, subject_kind, subject_id, subject_name)
     select now() - (${ROWS} - n) * interval '9 minutes', 'account-changed', case when n % 20 = 0 then 'account' else 'token' end,
       n % 100, 'x' from generate_series(1, ${ROWS}) n`,
  );
  await fillRuns(dataSource, ids);
  const { body: hook } = await mailroom.api('POST', 'webhooks', {
    description: 'The desk',
    url: 'https://desk.example/hook',
    events: ['outbox.sent'],
  });
  // What waits is for later: nobody is called.
  await dataSource.query(
    `insert into mailroom.webhook_message (webhook_id, event_id, event, data, happened_at, state, due_at, retry_until)
     select $1, gen_random_uuid(), 'outbox.sent', '{}', at, case when n % 5000 = 0 then 'due' else 'told' end,
       now() + interval '1 day', now() + interval '2 days'
     from (select n, now() - (${ROWS} - n) * interval '1 second' as at from generate_series(1, ${ROWS}) n) made`,
    [hook.webhook.id],
  );
  await dataSource.query('analyze');
  return { accountId: ids[0] ?? '', serverId: server.id, webhookId: hook.webhook.id };
}

async function fillRuns(dataSource: RunningMailroom['dataSource'], ids: readonly string[]): Promise<void> {
  await dataSource.query(
    `insert into mailroom.fetch_run (account_id, instance, epoch, cause, phase, began_at, ended_at, ending)
     select ($1::uuid[])[1 + n % cardinality($1::uuid[])], gen_random_uuid(), 1, 'poll', 'look', at, at, 'done'
     from (select n, now() - (${ROWS} - n) * interval '1 minute' as at from generate_series(1, ${ROWS}) n) made`,
    [ids],
  );
}
