import { randomUUID } from 'node:crypto';
import { Retention } from '@mailroom/kernel';
import { MailArchive } from '@mailroom/plugin';
import { ignored, stored } from '@mailroom/mail-accounts';
import { startSandbox, type Sandbox } from '../../apps/sandbox/src/index.js';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';
import { until } from '../support/until.js';

const SUPPORT = 'support@sandbox.test';

describe('retention', () => {
  let sandbox: Sandbox;
  let mailroom: RunningMailroom;
  let accountId: string;
  let archive: MailArchive;

  beforeAll(async () => {
    [sandbox, mailroom] = await Promise.all([startSandbox(), startMailroom({ logger: false })]);
    sandbox.addPerson(SUPPORT);
    archive = mailroom.app.get(MailArchive);
    mailroom.intake.handle = ({ subject, deliveryId }) =>
      Promise.resolve(subject.startsWith('Spam') ? ignored('spam') : stored(deliveryId));
    const { body } = await mailroom.api('POST', 'accounts', {
      name: 'Support',
      host: '127.0.0.1',
      port: sandbox.imap.port,
      security: 'none',
      login: SUPPORT,
      address: SUPPORT,
      auth: 'password',
      password: 'sandbox',
      disposition: 'leave',
      start: 'all',
      push: false,
    });
    accountId = body.id;
    await mailroom.api('POST', `accounts/${accountId}/state`, { state: 'live' });
  });
  afterAll(() => Promise.all([mailroom.stop(), sandbox.stop()]));

  const run = (name: string) => mailroom.app.get(Retention, { strict: false }).run(name);
  const one = async (sql: string, values: unknown[] = []) =>
    (await mailroom.dataSource.query(sql, values))[0];
  const lastRun = async (name: string) => {
    const { body } = await mailroom.api('GET', 'retention');
    return body.items.find((item: { name: string }) => item.name === name);
  };

  async function fetched(subject: string): Promise<{ id: string; raw: string }> {
    const raw = [
      'From: Ada <ada@elsewhere.test>',
      `Subject: ${subject}`,
      `Message-ID: <${subject}@x>`,
      '',
      'Hi',
      '',
    ].join('\r\n');
    sandbox.deliver(SUPPORT, raw);
    await mailroom.api('POST', `accounts/${accountId}/fetch`);
    const found = await until(
      () => one('select id from mailroom.delivery where subject = $1 order by id desc limit 1', [subject]),
      { what: subject },
    );
    return { id: found.id, raw };
  }

  const readable = (id: string) =>
    archive.raw(id).then(
      () => true,
      () => false,
    );

  it('clears away the bytes of ignored mail and of nothing that the host holds, and shows when', async () => {
    expect(await lastRun('raw-mail')).toMatchObject({ begunAt: null, removed: 0 });
    const [spam, kept] = [await fetched('Spam'), await fetched('Ticket')];
    await mailroom.timePasses({ days: 29 });
    await run('raw-mail');
    expect(await readable(spam.id)).toBe(true);
    await mailroom.timePasses({ days: 2 });
    await run('raw-mail');
    expect(await readable(spam.id)).toBe(false);
    expect(await readable(kept.id)).toBe(true);
    expect(await lastRun('raw-mail')).toMatchObject({
      removed: 1,
      problem: null,
      endedAt: expect.any(String),
    });
    expect(await one('select subject, outcome from mailroom.delivery where id = $1', [spam.id])).toEqual({
      subject: 'Spam',
      outcome: 'ignored',
    });
  });

  it('keeps bytes that a stored delivery answers with, whoever brought them first', async () => {
    const spam = await fetched('Spam shared');
    await mailroom.dataSource.query(
      `insert into mailroom.delivery (id, account_id, generation, uid_validity, uid, size, received_at, recorded_at, outcome, duplicate_of)
       select $1, account_id, generation, uid_validity, 99999, size, received_at, recorded_at, 'stored', id
       from mailroom.delivery where id = $2`,
      [randomUUID(), spam.id],
    );
    await mailroom.timePasses({ days: 40 });
    await run('raw-mail');
    expect(await readable(spam.id)).toBe(true);
  });

  it('goes through a long ledger in steps, and begins anew when it is through', async () => {
    await mailroom.dataSource.query(
      `insert into mailroom.delivery (id, account_id, generation, uid_validity, uid, size, received_at, recorded_at, outcome)
       select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, $1, 0, 1, n, 1, now() - interval '1 year',
         now() - interval '1 year', 'ignored' from generate_series(1, 2500) n`,
      [accountId],
    );
    await mailroom.dataSource.query(
      `insert into mailroom.raw_mail (delivery_id, bytes) select id, 'x' from mailroom.delivery where generation = 0 and uid <= 2500 and uid_validity = 1`,
    );
    await run('raw-mail');
    expect(await lastRun('raw-mail')).toMatchObject({ removed: 2500 });
    expect(await one(`select reached from mailroom.retention_run where name = 'raw-mail'`)).toEqual({
      reached: null,
    });
  });

  it('clears away what has left, with its attachments, and nothing that waits, failed or owes a copy', async () => {
    const rows: { id: string; status: string }[] = await mailroom.dataSource.query(
      `insert into mailroom.outgoing_mail (message_id, draft, bytes, status, due_at, waiting_since, created_at, lane)
       select '<' || status || n || '@x>', '{}', 1, status, now(), now(), mailroom.now() - interval '181 days', 'x'
       from unnest(array['sent', 'bounced', 'cancelled', 'failed']) status, generate_series(1, 2) n returning id, status`,
    );
    const sent = rows.filter(({ status }) => status === 'sent');
    await mailroom.dataSource.query(
      `insert into mailroom.outgoing_attachment values ($1, 0, 'a', 'text/plain', 'x')`,
      [sent[0]?.id],
    );
    await mailroom.dataSource.query(
      `insert into mailroom.sent_copy (mail_id, mailbox, due_at, until) values ($1, 'x', now(), now())`,
      [sent[1]?.id],
    );
    await run('outbox');
    const left = await mailroom.dataSource.query('select status from mailroom.outgoing_mail order by status');
    expect(left).toEqual([{ status: 'failed' }, { status: 'failed' }, { status: 'sent' }]);
    expect(await one('select count(*)::int as n from mailroom.outgoing_attachment')).toEqual({ n: 0 });
  });

  it('never sweeps where somebody said for ever', async () => {
    await mailroom.api('PATCH', 'settings', { 'outbox-retention-days': 0 });
    const before = await lastRun('outbox');
    await mailroom.timePasses({ days: 1000 });
    await run('outbox');
    expect(await lastRun('outbox')).toEqual(before);
  });

  it('says what stopped it, and leaves the rest for the next hour', async () => {
    const holder = mailroom.dataSource.createQueryRunner();
    await holder.startTransaction();
    await holder.query('lock table mailroom.audit_event in access exclusive mode');
    await run('audit');
    await holder.rollbackTransaction();
    await holder.release();
    expect(await lastRun('audit')).toMatchObject({ problem: 'unexpected', endedAt: expect.any(String) });
  });

  it('erases a mail that is named: bytes and words, once, with a line in the log, and never fetches it again', async () => {
    const { id, raw } = await fetched('Private');
    const copy = sandbox.deliver(SUPPORT, raw);
    await mailroom.api('POST', `accounts/${accountId}/fetch`);
    const duplicate = await until(
      () => one('select id from mailroom.delivery where duplicate_of = $1', [id]),
      {
        what: 'the duplicate',
      },
    );
    const actor = { id: 'ada', name: 'Ada' };
    await archive.forget(duplicate.id, undefined, actor);
    await archive.forget(id);

    await expect(archive.raw(id)).rejects.toMatchObject({ code: 'raw-mail-forgotten' });
    const words = await mailroom.dataSource.query(
      `select subject, sender, message_id, reason, outcome from mailroom.delivery where id in ($1, $2) order by id`,
      [id, duplicate.id],
    );
    const nothing = { subject: '', sender: null, message_id: null, reason: null };
    expect(words).toEqual([
      { ...nothing, outcome: 'stored' },
      { ...nothing, outcome: 'duplicate' },
    ]);
    const { body } = await mailroom.api('GET', 'audit-events?action=mail-forgotten');
    expect(body.items).toMatchObject([{ actor: { id: 'ada' }, details: { deliveryId: duplicate.id } }]);
    expect(JSON.stringify(body)).not.toContain('Private');

    const calls = mailroom.intake.calls;
    await mailroom.api('POST', `accounts/${accountId}/fetch`);
    await fetched('After');
    expect(mailroom.intake.calls).toBe(calls);
    expect(copy.uid).toBeGreaterThan(0);
    await expect(archive.forget(randomUUID())).rejects.toMatchObject({ code: 'delivery-not-found' });
  });
});
