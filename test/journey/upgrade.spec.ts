import { createHash, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { zstdCompressSync } from 'node:zlib';
import pg from 'pg';
import { DevelopmentKeyRing, Secret, SecretBox } from '@mailroom/kernel';
import { MailArchive } from '@mailroom/plugin';
import { mailroomMigrations } from '../../migrations/index.js';
import { startSandbox, type Sandbox } from '../../apps/sandbox/src/index.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';
import { until } from '../support/until.js';

const FIRST_SCHEMA = new URL('../fixtures/first-schema.sql', import.meta.url);
const SUPPORT = 'support@sandbox.test';
const CUSTOMER = 'customer@elsewhere.test';
const OLD = letter('Before the upgrade');

/**
 * A database that an early version left behind: its schema is a fixture that nobody touches, its rows are what that version
 * wrote. Then all migrations, and everything that was in use goes on.
 */
describe('a database of the first version', () => {
  let sandbox: Sandbox;
  let database: TestDatabase;
  let mailroom: RunningMailroom;
  const ids = { client: randomUUID(), token: randomUUID(), account: randomUUID(), server: randomUUID() };
  const delivery = randomUUID();
  const waiting = randomUUID();

  beforeAll(async () => {
    sandbox = await startSandbox();
    database = await freshDatabase();
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query(await readFile(FIRST_SCHEMA, 'utf8'));
    await plant(client);
    await client.end();
    mailroom = await startMailroom({ database });
  });
  afterAll(async () => {
    await mailroom.stop();
    await database.drop();
    await sandbox.stop();
  });

  async function plant(client: pg.Client): Promise<void> {
    const rows = (table: string, ...each: Record<string, unknown>[]) => insert(client, table, each);
    await rows('installation', { public_url: 'http://localhost:1/mailroom' });
    await plantToken(rows);
    await plantMailbox(rows);
    await plantOutbox(rows);
    await rows('banner_memory', {
      kind: 'token-expired',
      cause: ids.token,
      first_seen_at: new Date(),
      announce_after: new Date(),
    });
  }

  async function plantToken(rows: Insert): Promise<void> {
    const endpoints = sandbox.issuer('strict');
    const { origin } = new URL(endpoints.token);
    const { accessToken, refreshToken, scope } = await sandbox.issueTokens(SUPPORT);
    const [soon, now] = [new Date(Date.now() + 3_000_000), new Date()];
    await rows('oauth_client', {
      id: ids.client,
      name: 'Sandbox',
      template: 'custom',
      client_id: 'mailroom-demo',
      sealed_secret: sealed('mailroom-demo-secret', `oauth_client:${ids.client}:secret:${origin}`),
      authorization_endpoint: endpoints.authorization,
      token_endpoint: endpoints.token,
      issuer: endpoints.issuer,
      scope,
      ...stamped(now),
    });
    await rows('oauth_token', {
      id: ids.token,
      client_id: ids.client,
      since: now,
      mailbox: SUPPORT,
      subject: sandbox.addPerson(SUPPORT).id,
      scope,
      sealed_access: sealed(accessToken, `oauth_token:${ids.token}:access`),
      access_obtained_at: now,
      access_expires_at: soon,
      sealed_refresh: sealed(refreshToken, `oauth_token:${ids.token}:refresh:${origin}`),
      refresh_due_at: soon,
      connected_at: now,
      connected_by: 'ada',
    });
  }

  async function plantMailbox(rows: Insert): Promise<void> {
    const uidValidity = sandbox.bumpUidValidity(SUPPORT);
    const { uid } = sandbox.deliver(SUPPORT, OLD);
    const [host, port] = ['127.0.0.1', sandbox.imap.port];
    await rows('mail_account', {
      id: ids.account,
      name: 'Support',
      host,
      port,
      security: 'none',
      login: SUPPORT,
      address: SUPPORT,
      auth: 'password',
      sealed_password: sealed('sandbox', `mail_account:${ids.account}:password:${host}:${port}:none`),
      folder: 'INBOX',
      disposition: 'leave',
      start_from: 'all',
      push: false,
      state: 'live',
      live_since: new Date(),
      mailbox: `${host}/${SUPPORT}/INBOX`,
      generation: 1,
      uid_validity: uidValidity,
      last_uid: uid,
    });
    await rows('delivery', {
      id: delivery,
      account_id: ids.account,
      generation: 1,
      uid_validity: uidValidity,
      uid,
      content_key: createHash('sha256').update(OLD).digest(),
      size: OLD.length,
      received_at: new Date(),
      recorded_at: new Date(),
      subject: 'Before the upgrade',
      outcome: 'stored',
    });
    await rows('raw_mail', { delivery_id: delivery, bytes: zstdCompressSync(OLD) });
  }

  async function plantOutbox(rows: Insert): Promise<void> {
    const { host, port } = sandbox.smtp;
    await rows('outgoing_server', {
      id: ids.server,
      name: 'Sandbox',
      host,
      port,
      security: 'none',
      auth: 'token',
      login: SUPPORT,
      token_id: ids.token,
      state: 'live',
      ...stamped(new Date()),
    });
    const address = (text: string) => ({ name: '', address: text });
    await rows('outgoing_mail', {
      id: waiting,
      message_id: '<waiting@sandbox.test>',
      draft: {
        from: address(SUPPORT),
        to: [address(CUSTOMER)],
        cc: [],
        bcc: [],
        replyTo: null,
        subject: 'Enqueued before the upgrade',
        text: 'Hello',
        html: null,
        inReplyTo: null,
        references: [],
        headers: {},
        contentIds: [null],
      },
      bytes: 9,
      status: 'sending',
      holder: randomUUID(),
      claimed_at: new Date(),
      due_at: new Date(),
      waiting_since: new Date(),
      created_at: new Date(),
    });
    await rows('outgoing_attachment', {
      mail_id: waiting,
      position: 0,
      filename: 'a.txt',
      content_type: 'text/plain',
      content: Buffer.from('file'),
    });
  }

  it('is brought up to the newest schema', async () => {
    const ledger: { name: string }[] = await mailroom.dataSource.query(
      'select name from mailroom.migration_ledger order by id',
    );
    expect(ledger.map(({ name }) => name)).toEqual(mailroomMigrations.map(({ name }) => name));
  });

  it('gives what it sealed: the token is refreshed with its client and its refresh token', async () => {
    const refreshed = await mailroom.api('POST', `tokens/${ids.token}/refresh`);
    expect(refreshed).toMatchObject({ status: 200, body: { state: 'live', failure: null } });
    const { body } = await mailroom.api('GET', 'clients');
    expect(body.items).toMatchObject([{ id: ids.client, validity: 'valid' }]);
    const { body: keys } = await mailroom.api('GET', 'keys');
    expect(keys).toMatchObject({ unreadable: 0 });
  });

  it('goes on where it stood: new mail comes once, old mail not again, and can still be read', async () => {
    sandbox.deliver(SUPPORT, letter('After the upgrade'));
    await mailroom.api('POST', `accounts/${ids.account}/fetch`);
    await until(async () => (await mailroom.hostMail()).length > 0, { what: 'the new mail' });
    expect(await mailroom.hostMail()).toMatchObject([{ subject: 'After the upgrade' }]);
    expect((await mailroom.app.get(MailArchive).raw(delivery)).toString()).toBe(OLD);
    const { body } = await mailroom.api('GET', `accounts/${ids.account}/deliveries`);
    expect(body.items.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['stored', 'stored']);
  });

  it('sends what somebody had in hand when the old version stopped', async () => {
    await until(() => sandbox.sent().length > 0, { what: 'the mail that waited' });
    const raw = sandbox.sent()[0]?.raw.toString() ?? '';
    expect(raw).toContain('Message-ID: <waiting@sandbox.test>');
    expect(raw).toContain('filename=a.txt');
  });
});

type Insert = (table: string, ...rows: Record<string, unknown>[]) => Promise<void>;

async function insert(client: pg.Client, table: string, rows: readonly Record<string, unknown>[]) {
  for (const row of rows) {
    const marks = Object.keys(row).map((_, index) => `$${index + 1}`);
    const sql = `insert into mailroom.${table} (${Object.keys(row).join(', ')}) values (${marks.join(', ')})`;
    await client.query(sql, Object.values(row));
  }
}

function sealed(secret: string, boundTo: string): string {
  return new SecretBox(new DevelopmentKeyRing()).seal(Secret.of(secret), boundTo);
}

function stamped(at: Date) {
  return { created_at: at, updated_at: at, updated_by: 'ada' };
}

function letter(subject: string): string {
  const head = [
    `From: ${CUSTOMER}`,
    `To: ${SUPPORT}`,
    `Subject: ${subject}`,
    `Message-ID: <${subject.length}@elsewhere.test>`,
  ];
  return [...head, '', 'Hello', ''].join('\r\n');
}
