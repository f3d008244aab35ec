import { TokenHealth, TokenUses } from '@mailroom/oauth-tokens';
import { DUE } from '../../libs/oauth-tokens/src/tokens/refresh-ahead.js';
import { manyTokens } from '../support/many-tokens.js';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';

let mailroom: RunningMailroom;

beforeAll(async () => {
  mailroom = await startMailroom({ work: false, logger: false });
  await manyTokens(mailroom.dataSource, { clients: 1_000, tokens: 10_000 });
  const used = `select id as token_id, 'a' || mailbox as id, mailbox as name, true as live from mailroom.oauth_token
                 where mailbox between 'mailbox-00001' and 'mailbox-00005z'`;
  mailroom.app.get(TokenUses, { strict: false }).register({ kind: 'spec', rows: used });
}, 60_000);
afterAll(() => mailroom?.stop());

interface Listed {
  readonly total: number;
  readonly items: readonly any[];
}
const list = async (path: string): Promise<Listed> => {
  const { status, body } = await mailroom.api<Listed>('GET', path);
  expect(status).toBe(200);
  return body;
};
const mailboxes = ({ items }: Listed): string[] => items.map(({ mailbox }) => mailbox.slice(0, 13));

describe('ten thousand tokens', () => {
  it('come in pages, by mailbox, with how many there are', async () => {
    const first = await list('tokens');
    expect([first.total, first.items.length]).toEqual([10_000, 50]);
    expect(mailboxes(first).slice(0, 2)).toEqual(['mailbox-00001', 'mailbox-00002']);
    const last = await list('tokens?limit=20&offset=9990');
    expect([last.total, ...mailboxes(last).slice(-1)]).toEqual([10_000, 'mailbox-10000']);
    expect(await list('tokens?offset=20000')).toMatchObject({ total: 10_000, items: [] });
  });

  it.each<[string, number, string]>([
    ['search=MAILBOX-00042', 1, 'mailbox-00042'],
    ['search=organisation%200007', 10, 'mailbox-00006'],
    ['search=organisation%25', 0, ''],
    ['state=reconnect', 100, 'mailbox-00100'],
    ['state=suspected', 100, 'mailbox-00001'],
    ['state=failing', 200, 'mailbox-00002'],
    ['state=expired', 0, ''],
    ['validity=invalid', 200, 'mailbox-00049'],
    ['use=used', 5, 'mailbox-00001'],
    ['use=unused', 9_995, 'mailbox-00006'],
    ['use=used&state=live', 4, 'mailbox-00002'],
    ['sort=urgency', 10_000, 'mailbox-00100'],
    ['sort=client', 10_000, 'mailbox-01000'],
  ])('are found by %s', async (query, total, first) => {
    const found = await list(`tokens?${query}`);
    expect([found.total, mailboxes(found)[0] ?? '']).toEqual([total, first]);
  });

  it('put what ends first on top, and the dead at the bottom', async () => {
    const set = (mailbox: string, change: string) =>
      mailroom.dataSource.query(`update mailroom.oauth_token set ${change} where mailbox like $1`, [
        `${mailbox}%`,
      ]);
    await set('mailbox-00777', 'sealed_refresh = null');
    await set('mailbox-00778', `refresh_expires_at = mailroom.now() + interval '1 day'`);
    await set('mailbox-00800', `refresh_expires_at = mailroom.now() + interval '1 minute'`);
    expect(mailboxes(await list('tokens?sort=expiry')).slice(0, 2)).toEqual([
      'mailbox-00777',
      'mailbox-00778',
    ]);
    await mailroom.dataSource.query('update mailroom.oauth_token set refresh_expires_at = null');
    await set('mailbox-00777', 'sealed_refresh = sealed_access');
  });

  it('say of each what uses it, when it was renewed and when it will be', async () => {
    const { items } = await list('tokens?search=mailbox-00002');
    const { body: one } = await mailroom.api('GET', `tokens/${items[0].id}`);
    expect(items).toEqual([one]);
    expect(one).toMatchObject({
      clientName: 'Organisation 0003',
      clientFlow: 'authorization-code',
      clientValidity: 'valid',
      state: 'live',
      failure: { code: 'AADSTS50173', class: 'retry-later' },
      lastRefreshAt: expect.stringMatching(/Z$/),
      nextRefreshAt: expect.stringMatching(/Z$/),
      uses: [{ kind: 'spec', id: expect.any(String), name: expect.stringMatching(/^mailbox-00002/) }],
    });
    expect(JSON.stringify(one)).not.toMatch(/sealed|[0-9a-f]{64}/);
  });

  it.each(['state=well', 'sort=colour', 'limit=0', 'limit=500', 'offset=-1', 'client=7', 'use=maybe'])(
    'are not listed by %s',
    async (query) => {
      const { status, body } = await mailroom.api('GET', `tokens?${query}`);
      expect([status, body.code, body.field]).toEqual([422, 'invalid-input', query.split('=')[0]]);
    },
  );

  it('are not all looked at for banners', async () => {
    const health = mailroom.app.get(TokenHealth, { strict: false });
    const ailing = await health.ailing();
    expect(ailing).toHaveLength(400);
    expect(new Set(ailing.map(({ clientValidity }) => clientValidity))).toEqual(new Set(['valid']));
    expect(await health.of([ailing[0]!.tokenId])).toEqual([ailing[0]]);
    await mailroom.dataSource.query(
      `update mailroom.oauth_token set access_obtained_at = mailroom.now() - interval '15 days' where mailbox like 'mailbox-00050%'`,
    );
    expect(await health.ailing()).toHaveLength(401);
  });
});

describe('a thousand clients', () => {
  it.each<[string, number, string]>([
    ['', 1_000, 'Organisation 0001'],
    ['sort=urgency', 1_000, 'Organisation 0001'],
    ['search=sation%20004', 10, 'Organisation 0040'],
    ['validity=invalid', 20, 'Organisation 0050'],
    ['flow=jwt-bearer', 0, ''],
    ['offset=999', 1_000, 'Organisation 1000'],
  ])('are found by %s', async (query, total, first) => {
    const found = await list(`clients?${query}`);
    expect([found.total, found.items[0]?.name ?? '']).toEqual([total, first]);
  });

  it('show first what ends first', async () => {
    const [end, later] = ['2027-01-01T00:00:00Z', '2027-02-01T00:00:00Z'];
    await mailroom.dataSource.query(
      `insert into mailroom.oauth_client_secret (client_id, sealed, expires_at, added_at, added_by)
       select id, 'sealed', $1::timestamptz, mailroom.now(), 'spec' from mailroom.oauth_client where name like '%0321'`,
      [later],
    );
    await mailroom.dataSource.query(
      `update mailroom.oauth_client set certificate_expires_at = $1 where name like '%0322'`,
      [end],
    );
    const { items } = await list('clients?sort=expiry&limit=3');
    expect(items.map(({ name }) => name)).toEqual([
      'Organisation 0322',
      'Organisation 0321',
      'Organisation 0001',
    ]);
  });

  it('say how their tokens are', async () => {
    const { items } = await list('clients?search=organisation%200001');
    const counts = { total: 10, reconnect: 10, suspected: 0, failing: 0 };
    expect(items).toMatchObject([{ name: 'Organisation 0001', secrets: [], tokens: counts }]);
  });
});

describe('what PostgreSQL does with them', () => {
  const planOf = async (sql: string, parameters: unknown[]): Promise<string> => {
    const rows: { 'QUERY PLAN': string }[] = await mailroom.dataSource.query(`explain ${sql}`, parameters);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  };

  it('finds the tokens that are due by index, and reads no others', async () => {
    const plan = await planOf(DUE, [40]);
    expect(plan).toContain('oauth_token_due');
    expect(plan).not.toContain('Seq Scan on oauth_token');
  });
});
