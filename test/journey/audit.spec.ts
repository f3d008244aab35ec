import { AuditLog } from '@mailroom/kernel';
import { type Answer, startMailroom, type RunningMailroom } from '../support/mailroom.js';

const SERVER = { name: 'Relay', host: 'smtp.example', port: 587, security: 'starttls', auth: 'password' };
const ACCOUNT = {
  name: 'Support',
  host: 'imap.example',
  port: 993,
  security: 'tls',
  login: 'support@desk.example',
  auth: 'password',
  password: 'hunter2-imap',
  disposition: 'seen',
  start: 'new',
};

describe('the audit log', () => {
  let mailroom: RunningMailroom;

  beforeAll(async () => {
    mailroom = await startMailroom();
  });
  afterAll(() => mailroom.stop());

  const events = async (query = ''): Promise<any[]> => {
    const { status, body } = await mailroom.api('GET', `audit-events${query}`);
    expect([status, body]).toEqual([200, body]);
    return body.items as any[];
  };
  const told = async (query: string) => (await events(query)).map(({ action }) => action as string);
  const made = (answer: Answer): string => {
    expect([answer.status, answer.body]).toEqual([201, answer.body]);
    return answer.body.id as string;
  };

  it('tells what becomes of an account: fields by name, never what stands in them', async () => {
    const id = made(await mailroom.api('POST', 'accounts', ACCOUNT, 'ada'));
    await mailroom.api('PATCH', `accounts/${id}`, { name: 'Help', password: 'hunter3-imap' }, 'bo');
    await mailroom.api('POST', `accounts/${id}/state`, { state: 'archived' }, 'ada');
    const found = await events(`?subjectKind=account&subjectId=${id}`);
    expect(found.map(({ action, actor, details }) => [action, actor.name, details])).toEqual([
      ['account-state-changed', 'ada', { from: 'draft', to: 'archived' }],
      ['account-password-changed', 'bo', {}],
      ['account-changed', 'bo', { fields: 'name' }],
      ['account-created', 'ada', {}],
    ]);
    expect(found[0].actor.from).toMatch(/^(::1|127\.0\.0\.1|::ffff:127\.0\.0\.1)$/);
    expect(JSON.stringify(found)).not.toContain('hunter');
  });

  it('tells what becomes of a server and of the sender policy', async () => {
    const server = { ...SERVER, login: 'relay@desk.example', password: 'hunter2-smtp' };
    const id = made(await mailroom.api('POST', 'servers', server));
    await mailroom.api('PATCH', `servers/${id}`, { priority: 5 });
    await mailroom.api('PATCH', `servers/${id}`, { password: 'hunter3-smtp' });
    await mailroom.api('POST', `servers/${id}/state`, { state: 'live' });
    await mailroom.api('DELETE', `servers/${id}`);
    expect(await told(`?subjectId=${id}`)).toEqual([
      'server-deleted',
      'server-state-changed',
      'server-password-changed',
      'server-changed',
      'server-created',
    ]);
    const policy = { defaultFrom: 'desk@desk.example', catchallDomain: null, bounceFrom: null };
    await mailroom.api('PUT', 'sender-policy', policy);
    expect(await told('?subjectKind=settings')).toEqual(['sender-policy-changed']);
    expect(JSON.stringify(await events('?limit=200'))).not.toContain('hunter');
  });

  it('says nothing of what was refused', async () => {
    const before = (await events('?limit=200')).length;
    await mailroom.api('POST', 'servers', { ...SERVER, login: '', password: 'x' });
    await mailroom.api('DELETE', 'servers/018f6f1e-0000-7000-8000-000000000000');
    expect(await events('?limit=200')).toHaveLength(before);
  });

  it('goes through many events page by page, and finds what is asked for', async () => {
    const log = mailroom.app.get(AuditLog, { strict: false });
    for (let number = 1; number <= 120; number += 1) {
      const subject = { kind: 'token', id: `t${number % 3}`, name: `100%_${number}` };
      const actor = number % 2 ? null : { id: 'cleo', name: 'Cleo', from: 'mailroom' };
      await log.record({ action: 'token-refreshed', subject, actor, details: { count: number } });
    }
    const seen: string[] = [];
    let next: string | undefined = '';
    while (next !== undefined) {
      const before: string = next && `&before=${encodeURIComponent(next)}`;
      const { body }: Answer = await mailroom.api('GET', `audit-events?subjectKind=token&limit=50${before}`);
      seen.push(...body.items.map(({ details }: any) => details.count as string));
      next = body.next;
    }
    expect(seen).toEqual(Array.from({ length: 120 }, (_, index) => 120 - index));
    expect(await told('?actor=cleo&limit=200')).toHaveLength(60);
    expect(await told('?actor=&limit=200')).toHaveLength(60);
    expect(await told('?text=100%25_12&limit=200')).toHaveLength(2);
    expect(await told('?text=100%25x')).toEqual([]);
    expect(await told('?text=CLEO&subjectId=t1&limit=200')).toHaveLength(20);
    expect(await told('?until=2020-01-01T00:00:00Z')).toEqual([]);
    expect((await told('?since=2020-01-01T00:00:00%2B02:00&action=server-deleted')).length).toBe(1);
  });

  it.each([
    'before=yesterday',
    'limit=0',
    'since=monday',
    'before=2020-01-01T00:00:00Z_99999999999999999999',
  ])('does not take %s for a question', async (query) => {
    const { status, body } = await mailroom.api('GET', `audit-events?${query}`);
    expect([status, body.code]).toEqual([422, 'invalid-input']);
  });

  it('can be taken along whole, and says so', async () => {
    const lines = await mailroom.api('GET', 'audit-events/export?format=jsonl', undefined, 'ada');
    expect(lines.headers.get('content-disposition')).toBe('attachment; filename="audit-log.jsonl"');
    const exported = String(lines.body)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(exported[0]).toMatchObject({ action: 'audit-exported', actor: { name: 'ada' } });
    expect(exported.length).toBeGreaterThan(130);

    const csv = await mailroom.api('GET', 'audit-events/export?format=csv&subjectKind=token&actor=cleo');
    expect(csv.headers.get('content-type')).toContain('text/csv');
    expect(String(csv.body).trim().split('\r\n')).toHaveLength(61);
    expect((await events('?action=audit-exported'))[0].details).toEqual({
      format: 'csv',
      subjectKind: 'token',
      actor: 'cleo',
    });
  });

  it('leaves in batches, however much there is', async () => {
    await mailroom.dataSource.query(`
      insert into mailroom.audit_event (at, action, subject_kind, subject_name)
      select now() - n * interval '1 second', 'client-changed', 'client', 'Client ' || n from generate_series(1, 3000) n`);
    const { body } = await mailroom.api('GET', 'audit-events/export?format=csv&action=client-changed');
    const names = String(body).trim().split('\r\n').slice(1);
    expect(names).toHaveLength(3_000);
    expect(new Set(names).size).toBe(3_000);
  });
});
