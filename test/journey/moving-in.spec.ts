import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { Database } from '@mailroom/kernel';
import { demoPassword, startSandbox, type Sandbox } from '../../apps/sandbox/src/index.js';
import { connectToken } from '../support/connect.js';
import { describeWithDovecot, startDovecot, type Dovecot } from '../support/dovecot.js';
import { ACTOR_HEADER } from '../support/host.js';
import { startMailroom, type Answer, type RunningMailroom } from '../support/mailroom.js';
import { until } from '../support/until.js';

const fixtures = join(import.meta.dirname, '../fixtures/moving-in');
const file = (name: string): string => readFileSync(join(fixtures, name), 'utf8');
/** Every secret that the fixtures hold. */
const PLANTED =
  /Kettle-and-43|Harbour9|Quiet-Orchard|Copper-Meadow|Fern-Valley|Silver-Anchor|planted-(parameter|client)/;
const PLACES = [
  { id: 'support', label: 'Support' },
  { id: 'shop', label: 'Orders' },
  { id: 'bills', label: 'Invoices' },
];

let mailroom: RunningMailroom;
let sandbox: Sandbox;
const heard: string[] = [];
const note = (...words: unknown[]): void => void heard.push(words.join(' '));

beforeAll(async () => {
  const logger = { log: note, warn: note, error: note };
  [mailroom, sandbox] = await Promise.all([startMailroom({ logger }), startSandbox()]);
  for (const address of ['orders@brightwater.example', 'moved@sandbox.test']) sandbox.addPerson(address);
  Object.assign(mailroom.intake, { destinations: () => Promise.resolve(PLACES) });
});
afterEach(async () => {
  await mailroom.dataSource.query('truncate mailroom.mail_account cascade');
  for (const table of [
    'outgoing_server',
    'recipient_route',
    'oauth_authorization',
    'oauth_token',
    'oauth_client',
  ])
    await mailroom.dataSource.query(`delete from mailroom.${table}`);
  await mailroom.api('PUT', 'sender-policy', { defaultFrom: null, catchallDomain: null, bounceFrom: null });
});
afterAll(() => Promise.all([mailroom?.stop(), sandbox?.stop()]));

interface How {
  readonly kind?: string;
  readonly queues?: object;
  readonly type?: string;
  readonly actor?: string;
}

async function send(path: string, text: string | Uint8Array, how: How = {}): Promise<Answer> {
  const query = new URLSearchParams({
    ...(how.kind ? { kind: how.kind } : {}),
    ...(how.queues ? { queues: JSON.stringify(how.queues) } : {}),
  });
  const response = await fetch(`${mailroom.url}/mailroom/api/${path}?${query.toString()}`, {
    method: 'POST',
    headers: {
      [ACTOR_HEADER]: how.actor ?? 'admin',
      origin: mailroom.url,
      'content-type': how.type ?? 'text/csv',
    },
    body: typeof text === 'string' ? text : new Uint8Array(text),
  });
  const answer = await response.text();
  expect(answer).not.toMatch(PLANTED);
  return { status: response.status, body: JSON.parse(answer), headers: response.headers };
}

const preview = (text: string | Uint8Array, how?: How) => send('moving-in/preview', text, how);
const moveIn = (text: string | Uint8Array, how?: How) => send('moving-in', text, how);

/** Verdict and codes of the notes that are more than told, by line. */
const gist = ({ body }: Answer) =>
  body.rows.map(({ line, verdict, notes, problem }: any) =>
    [
      line,
      verdict,
      ...(problem ? [problem.code] : []),
      ...notes.filter(({ weight }: any) => weight !== 'told').map(({ code }: any) => code),
    ].join(' '),
  );
const codes = ({ body }: Answer, line: number): string[] =>
  body.rows.find((row: any) => row.line === line).notes.map(({ code }: any) => code);
const accounts = async (): Promise<any[]> => (await mailroom.api('GET', 'accounts')).body.items;
const servers = async (): Promise<any[]> => (await mailroom.api('GET', 'servers')).body.items;
const named = (items: any[], login: string): any => items.find((item) => item.login === login);

describe('mail accounts of Znuny', () => {
  it('come with everything that has a place here, and say what has none', async () => {
    const { tokenId } = await connectToken(mailroom, sandbox, 'orders@brightwater.example', 'strict');
    await mailroom.dataSource.query(`update mailroom.oauth_client set name = 'Exchange Online'`);
    const looked = await preview(file('znuny-mail-accounts.csv'));
    expect(await accounts()).toEqual([]);
    expect(looked.body).toMatchObject({
      kind: 'znuny-mail-accounts',
      format: 'csv',
      new: 6,
      here: 0,
      nothing: 1,
      refused: 2,
      queues: ['3'],
    });
    expect(gist(looked)).toEqual([
      '2 new',
      '3 new voucher-missing',
      '4 new address-missing',
      '5 new routes-needed in-clear',
      '6 new in-clear',
      '8 nothing use-imap-instead',
      '9 new client-by-number destination-by-number',
      '10 refused row-is-there-twice',
      '11 refused row-value-unknown',
    ]);
    expect(codes(looked, 9)).toContain('split-hosts-not-needed');
    expect(looked.body.rows[0].fields).toEqual(
      expect.arrayContaining([
        { column: 'account_type', value: 'IMAPS', setting: 'kind', becomes: 'imap, tls, port 993' },
        { column: 'pw', value: null, setting: 'password', becomes: null },
        { column: 'queue', value: 'Support', setting: 'destination', becomes: 'support' },
      ]),
    );

    const done = await moveIn(file('znuny-mail-accounts.csv'));
    expect(gist(done)).toEqual(gist(looked));
    const here = await accounts();
    expect(named(here, 'support@brightwater.example')).toMatchObject({
      id: done.body.rows[0].id,
      kind: 'imap',
      host: 'imap.brightwater.example',
      port: 993,
      security: 'tls',
      auth: 'password',
      hasPassword: true,
      folders: ['INBOX'],
      disposition: 'delete',
      start: 'all',
      destination: 'support',
      dispatching: 'account',
      trustHeaders: false,
      state: 'draft',
      comment: 'Main mailbox, since 2019',
    });
    expect(named(here, 'orders@brightwater.example')).toMatchObject({
      auth: 'token',
      tokenId,
      folders: ['Orders'],
      destination: 'shop',
      trustHeaders: true,
      hasPassword: false,
    });
    expect(named(here, 'billing')).toMatchObject({
      kind: 'pop3',
      port: 110,
      security: 'starttls',
      address: '',
      push: false,
      destination: 'bills',
    });
    expect(named(here, 'info@brightwater.example')).toMatchObject({
      security: 'none',
      dispatching: 'recipient',
      destination: null,
      state: 'paused',
    });
    expect(named(here, 'old@brightwater.example')).toMatchObject({ state: 'archived' });
    expect(named(here, 'news@brightwater.example')).toMatchObject({
      auth: 'token',
      tokenId: null,
      port: 995,
    });
  });

  it('are there already when the file comes again', async () => {
    const first = await moveIn(file('znuny-mail-accounts.csv'));
    const before = await accounts();
    const again = await moveIn(file('znuny-mail-accounts.csv'));
    expect(again.body).toMatchObject({ new: 0, here: 6, nothing: 1, refused: 2 });
    expect(await accounts()).toEqual(before);
    const ids = ({ body }: Answer) =>
      body.rows.flatMap(({ id, verdict }: any) => (verdict === 'refused' ? [] : [id]));
    expect(ids(again)).toEqual(ids(first));
    expect(gist(again).slice(0, 5)).toEqual(['2 here', '3 here', '4 here', '5 here', '6 here']);
  });

  it('never change an account that is here, and say where it differs', async () => {
    await moveIn(file('znuny-mail-accounts.csv'));
    const { id } = named(await accounts(), 'support@brightwater.example');
    await mailroom.api('PATCH', `accounts/${id}`, {
      disposition: 'leave',
      destination: 'shop',
      name: 'Ours',
    });
    const again = await moveIn(file('znuny-mail-accounts.csv'));
    expect(again.body.rows[0].notes).toEqual([
      {
        code: 'differs-here',
        weight: 'look',
        params: { setting: 'disposition', here: 'leave', there: 'delete' },
      },
      {
        code: 'differs-here',
        weight: 'look',
        params: { setting: 'destination', here: 'shop', there: 'support' },
      },
    ]);
    expect(await named(await accounts(), 'support@brightwater.example')).toMatchObject({
      name: 'Ours',
      disposition: 'leave',
    });
  });

  it('go where an admin says that mail of a queue goes', async () => {
    const lost = await preview(file('znuny-mail-accounts.csv'), { queues: { Support: 'Nowhere' } });
    expect(codes(lost, 2)).toContain('destination-missing');
    expect(lost.body.queues).toEqual(['Support', '3']);
    const queues = { '3': 'bills', Support: 'shop' };
    await moveIn(file('znuny-mail-accounts.csv'), { queues });
    const here = await accounts();
    expect(named(here, 'news@brightwater.example').destination).toBe('bills');
    expect(named(here, 'support@brightwater.example').destination).toBe('shop');
    expect((await preview('login,host,type\n', { queues: [1] })).body.code).toBe('invalid-input');
  });

  it('come as YAML, too', async () => {
    const done = await moveIn(file('znuny-mail-accounts.yml'), { type: 'application/yaml' });
    expect(done.body).toMatchObject({ format: 'yaml', new: 2, refused: 0 });
    expect(gist(done)).toEqual([
      '2 new routes-needed',
      '15 new voucher-missing client-missing destination-by-number',
    ]);
    expect(named(await accounts(), 'support@brightwater.example')).toMatchObject({
      port: 143,
      security: 'starttls',
      dispatching: 'recipient',
    });
  });

  it('wait until what is missing is there', async () => {
    await moveIn(file('znuny-mail-accounts.csv'));
    const { id } = named(await accounts(), 'billing');
    expect((await mailroom.api('POST', `accounts/${id}/state`, { state: 'live' })).body.code).toBe(
      'address-required',
    );
    expect((await mailroom.api('PATCH', `accounts/${id}`, { name: 'Bills' })).body).toMatchObject({
      code: 'address-required',
      field: 'address',
    });
  });
});

describe('system addresses of Znuny', () => {
  it('become routes by recipient', async () => {
    const looked = await preview(file('znuny-system-addresses.csv'));
    expect(gist(looked)).toEqual([
      '2 new',
      '3 new',
      '4 nothing',
      '5 nothing destination-missing',
      '6 refused invalid-input',
    ]);
    await moveIn(file('znuny-system-addresses.csv'), { queues: { Cellar: 'bills' } });
    const { items } = (await mailroom.api('GET', 'recipient-routes')).body;
    expect(items.map(({ address, destination, comment }: any) => [address, destination, comment])).toEqual([
      ['invoices@brightwater.example', 'bills', ''],
      ['orders@brightwater.example', 'shop', 'Shop, too'],
      ['support@brightwater.example', 'support', ''],
    ]);
    expect((await moveIn(file('znuny-system-addresses.csv'))).body).toMatchObject({ new: 0, here: 2 });
  });
});

describe('outbound profiles of Znuny', () => {
  it('become outgoing servers', async () => {
    const done = await moveIn(file('znuny-outbound-profiles.yml'), { type: 'application/yaml' });
    expect(gist(done)).toEqual([
      '2 new certificates-were-skipped',
      '20 new client-missing',
      '36 new in-clear',
      '45 nothing',
      '51 refused microsoft-needs-starttls',
    ]);
    const here = await servers();
    expect(named(here, 'support@brightwater.example')).toMatchObject({
      host: 'smtp.brightwater.example',
      port: 465,
      security: 'tls',
      hasPassword: true,
      isFallback: true,
      fromFilter: '',
      state: 'draft',
      tlsTrust: { kind: 'verified' },
    });
    expect(named(here, 'orders@brightwater.example')).toMatchObject({
      auth: 'token',
      tokenId: null,
      fromFilter: 'orders@brightwater.example, shop@brightwater.example',
    });
    expect(named(here, '')).toMatchObject({ auth: 'none', state: 'paused', security: 'none' });
    const again = await moveIn(file('znuny-outbound-profiles.yml'), { type: 'application/yaml' });
    expect(again.body).toMatchObject({ new: 0, here: 3 });
    expect(gist(again).slice(0, 3)).toEqual(['2 here', '20 here', '36 here']);
  });

  it('leave the fallback that is here where it is', async () => {
    await mailroom.api('POST', 'servers', {
      name: 'Ours',
      host: 'smtp.ours.example',
      port: 25,
      security: 'none',
      auth: 'none',
      isFallback: true,
    });
    const done = await moveIn(file('znuny-outbound-profiles.yml'), { type: 'application/yaml' });
    expect(codes(done, 2)).toContain('fallback-taken');
    expect((await servers()).filter(({ isFallback }) => isFallback).map(({ name }) => name)).toEqual([
      'Ours',
    ]);
  });

  it('come as CSV with semicolons, too', async () => {
    await moveIn(file('znuny-outbound-profiles.csv'));
    expect((await servers())[0]).toMatchObject({
      port: 587,
      security: 'starttls',
      fromFilter: 'support@brightwater.example, help@brightwater.example',
    });
  });
});

describe('Odoo and Konvergo ERP', () => {
  it('bring incoming servers', async () => {
    const { tokenId } = await connectToken(mailroom, sandbox, 'orders@brightwater.example', 'microsoft');
    await mailroom.dataSource.query(`update mailroom.oauth_client set mail_hosts = '{imap.outlook.com}'`);
    const done = await moveIn(file('odoo-incoming-servers.csv'));
    expect(done.body).toMatchObject({ kind: 'odoo-incoming-servers', new: 4, nothing: 1, refused: 0 });
    const here = await accounts();
    expect(named(here, 'support@brightwater.example')).toMatchObject({
      name: 'Support IMAP',
      disposition: 'seen',
      start: { since: '2026-01-31T08:15:00.000Z' },
      hasPassword: true,
      state: 'draft',
    });
    expect(named(here, 'orders@brightwater.example')).toMatchObject({
      auth: 'token',
      tokenId,
      security: 'tls',
    });
    expect(named(here, 'invoices@brightwater.example')).toMatchObject({
      kind: 'pop3',
      security: 'none',
      disposition: 'delete',
      start: 'all',
    });
    expect(named(here, 'gone@brightwater.example')).toMatchObject({ state: 'archived', hasPassword: false });
    expect(codes(done, 2)).toContain('record-kind-not-kept');
    expect(codes(done, 6)).toEqual(expect.arrayContaining(['stays-archived', 'password-missing']));
    const labels = await preview(file('odoo-incoming-servers-labels.csv'));
    expect(labels.body).toMatchObject({ kind: 'odoo-incoming-servers', new: 1 });
    expect(codes(labels, 2)).toContain('consent-missing');
  });

  it('bring outgoing servers', async () => {
    const done = await moveIn(file('odoo-outgoing-servers.csv'));
    expect(gist(done)).toEqual([
      '2 new certificates-were-skipped',
      '3 new consent-missing',
      '4 new in-clear',
      '5 nothing',
      '6 nothing',
      '7 new certificates-were-skipped owner-not-kept consent-missing',
      '8 refused microsoft-needs-starttls',
    ]);
    const here = await servers();
    expect(here.map(({ name, priority }) => [name, priority])).toEqual([
      ['Outlook orders', 5],
      ["Jane's own", 10],
      ['Notifications', 10],
      ['Relay', 20],
    ]);
    expect(named(here, 'notifications@brightwater.example')).toMatchObject({
      security: 'starttls',
      sizeLimitBytes: 20 * 1_048_576,
      hasPassword: true,
    });
    expect(named(here, 'orders@brightwater.example')).toMatchObject({
      fromFilter: 'orders@brightwater.example, brightwater-shop.example',
      sizeLimitBytes: null,
    });
    expect((await moveIn(file('odoo-outgoing-servers.csv'))).body).toMatchObject({ new: 0, here: 4 });
  });

  it('bring system parameters, which fill what is empty in the sender policy', async () => {
    const done = await moveIn(file('odoo-system-parameters.csv'));
    expect(done.body).toMatchObject({ kind: 'odoo-system-parameters', new: 4, here: 0, refused: 0 });
    const policy = (await mailroom.api('GET', 'sender-policy')).body;
    expect(policy).toMatchObject({
      defaultFrom: 'notifications',
      catchallDomain: 'brightwater.example',
      bounceFrom: 'bounce',
      defaultFromFilter: 'brightwater.example',
      forceFrom: null,
    });
    const again = await moveIn(file('odoo-system-parameters.csv').replace(',notifications', ',robot'));
    expect(again.body).toMatchObject({ new: 0, here: 4 });
    expect(codes(again, 7)).toEqual(['differs-here']);
    expect((await mailroom.api('GET', 'sender-policy')).body).toEqual(policy);
  });

  it('bring alias domains: one of them becomes the sender policy, and of the others is said what they lose', async () => {
    const looked = await preview(file('odoo-alias-domains.csv'));
    expect(looked.body).toMatchObject({ kind: 'odoo-alias-domains', new: 1, nothing: 2, refused: 0 });
    expect(gist(looked)).toEqual([
      '2 nothing replies-come-to one-sender-policy',
      '3 new replies-come-to',
      '4 nothing',
    ]);
    const [shop, main] = looked.body.rows;
    expect(shop.notes).toContainEqual({
      code: 'one-sender-policy',
      weight: 'look',
      params: { domain: 'brightwater-shop.example', main: 'brightwater.example' },
    });
    expect(main.notes).toContainEqual(
      expect.objectContaining({ params: { address: 'replies@brightwater.example' } }),
    );
    expect(main.fields.map(({ column, setting, becomes }: any) => [column, setting, becomes])).toEqual([
      ['name', 'catchallDomain', 'brightwater.example'],
      ['bounce_alias', 'bounceFrom', 'bounce'],
      ['default_from', 'defaultFrom', 'notifications@brightwater.example'],
    ]);
    expect((await mailroom.api('GET', 'sender-policy')).body.catchallDomain).toBeNull();

    expect(gist(await moveIn(file('odoo-alias-domains.csv')))).toEqual(gist(looked));
    const policy = (await mailroom.api('GET', 'sender-policy')).body;
    expect(policy).toMatchObject({
      catchallDomain: 'brightwater.example',
      bounceFrom: 'bounce',
      defaultFrom: 'notifications@brightwater.example',
    });
    const again = await moveIn(file('odoo-alias-domains.csv'));
    expect(again.body).toMatchObject({ new: 0, here: 1, nothing: 2 });
    // By labels, with the local part alone: the same address.
    const labels = await moveIn(file('odoo-alias-domains-labels.csv'));
    expect(labels.body).toMatchObject({ kind: 'odoo-alias-domains', new: 0, here: 1 });
    expect(codes(labels, 2)).toEqual([]);
    expect((await mailroom.api('GET', 'sender-policy')).body).toEqual(policy);
  });

  it('add addresses of an alias domain in full where another domain is here, and leave what is here', async () => {
    await mailroom.api('PUT', 'sender-policy', {
      catchallDomain: 'ours.example',
      defaultFrom: 'desk',
      bounceFrom: null,
    });
    const done = await moveIn(file('odoo-alias-domains-labels.csv'));
    expect(gist(done)).toEqual(['2 new replies-come-to differs-here differs-here']);
    expect((await mailroom.api('GET', 'sender-policy')).body).toMatchObject({
      catchallDomain: 'ours.example',
      defaultFrom: 'desk',
      bounceFrom: 'bounce@brightwater.example',
    });
  });

  it.each([
    ['no domain', ',bounce,catchall', 'row-incomplete'],
    ['a domain that is none', 'a b,bounce,catchall', 'sender-policy-invalid'],
    ['a local part that is none', 'house.example,bo unce,catchall', 'sender-policy-invalid'],
  ])('refuse an alias domain with %s', async (_, cells, code) => {
    const done = await moveIn(`name,bounce_alias,catchall_alias\n${cells}\n`);
    expect(gist(done)[0]).toBe(`2 refused ${code}`);
  });

  it('a local part without a domain is refused', async () => {
    const done = await moveIn('key,value\nmail.bounce.alias,bounce\nmail.default.from,not an address@\n');
    expect(gist(done)).toEqual(['2 refused row-incomplete', '3 refused sender-policy-invalid']);
  });
});

describe('a file', () => {
  it.each([
    ['of something else', 'a,b\n1,2', 'file-not-recognised'],
    ['with token configurations', '- Name: A\n  Config: {}\n', 'file-holds-clients'],
    ['of Mailroom’s clients', 'mailroom: clients\nversion: 1\nclients: []\n', 'file-holds-clients'],
    ['that stops being CSV', 'login,host,type\n"a', 'csv-invalid'],
    ['that stops being YAML', '- a: "b\n', 'yaml-invalid'],
    ['with a list of words', '- a\n- b\n', 'file-not-recognised'],
    ['with more cells than columns', 'login,host,type\na,b,IMAP,d', 'csv-invalid'],
    ['with too many rows', `key,value\n${'a,b\n'.repeat(5_001)}`, 'file-has-too-many-rows'],
    ['that is empty', ' ', 'file-not-recognised'],
  ])('%s is refused whole', async (_, text, code) => {
    expect((await moveIn(text)).body.code).toBe(code);
  });

  it('that is no UTF-8 is refused', async () => {
    expect((await moveIn(Buffer.from('login,host,type\ncaf\xe9,h,IMAP', 'latin1'))).body).toMatchObject({
      code: 'csv-invalid',
      params: { reason: 'no-utf8' },
    });
  });

  it('may be named where its columns do not tell', async () => {
    const text = 'login,host,type,server_type,server\na@b.example,h.example,IMAPS,imap,h.example\n';
    const bodies = [
      (await preview(text)).body,
      (await preview(text, { kind: 'odoo-incoming-servers' })).body,
    ];
    expect(bodies.map(({ kind }) => kind)).toEqual(['znuny-mail-accounts', 'odoo-incoming-servers']);
  });

  it('comes as JSON where a host reads nothing else', async () => {
    const text = JSON.stringify({ text: 'key,value\nmail.catchall.domain,brightwater.example\n' });
    expect((await preview(text, { type: 'application/json' })).body).toMatchObject({ new: 1 });
  });

  it('is stored together or not at all', async () => {
    await mailroom.dataSource.query(
      `create or replace function mailroom.refuse_paused() returns trigger language plpgsql as
       $$ begin if new.state = 'paused' then raise 'disk full'; end if; return new; end $$`,
    );
    await mailroom.dataSource.query(
      `create trigger refuse_paused before insert on mailroom.mail_account
       for each row execute function mailroom.refuse_paused()`,
    );
    try {
      expect((await moveIn(file('znuny-mail-accounts.csv'))).status).toBe(500);
      expect(await accounts()).toEqual([]);
    } finally {
      await mailroom.dataSource.query('drop function mailroom.refuse_paused cascade');
    }
  });

  it('that comes twice at once is stored once', async () => {
    const both = await Promise.all([1, 2].map(() => moveIn(file('znuny-mail-accounts.csv'))));
    expect(both.map(({ body }) => body.new)).toEqual(expect.arrayContaining([0, 6]));
    expect(await accounts()).toHaveLength(6);
  });

  it('is for admins only', async () => {
    expect((await moveIn('a', { actor: 'nobody' })).status).toBe(403);
  });

  it('leaves its passwords nowhere but sealed', async () => {
    await moveIn(file('znuny-mail-accounts.csv'));
    const { items } = (await mailroom.api('GET', 'audit-events')).body;
    expect(items.map(({ action }: any) => action)).toEqual(
      expect.arrayContaining(['moved-in', 'account-created']),
    );
    const rows = await mailroom.dataSource.query(
      `select row_to_json(a)::text as text from mailroom.mail_account a
       union all select row_to_json(e)::text from mailroom.audit_event e`,
    );
    expect(rows.map(({ text }: any) => text).join('\n')).not.toMatch(PLANTED);
    expect(heard.join('\n')).not.toMatch(PLANTED);
  });
});

describe('what has moved in', () => {
  it('is tested, set live and fetched from', async () => {
    const { host, port } = sandbox.imap;
    const done = await moveIn(
      [
        'name,active,server,port,server_type,is_ssl,user,password,date',
        `Moved,True,${host},${port},imap,False,moved@sandbox.test,${demoPassword},2020-01-01 00:00:00`,
      ].join('\n'),
    );
    await tellsAndFetches(
      done,
      () => sandbox.deliver('moved@sandbox.test', 'Subject: moved along\r\n\r\nHello.'),
      'moved along',
    );
  });
});

describe('what has moved in without its password', () => {
  it('goes live once somebody has entered it', async () => {
    const { host, port } = sandbox.imap;
    const done = await moveIn(
      `login,host,account_type,queue_id,trusted,queue\nmoved@sandbox.test,${host},IMAP,2,0,Support\n`,
    );
    expect(gist(done)).toEqual(['2 new password-missing in-clear']);
    const { id } = done.body.rows[0];
    const change = (body: object) => mailroom.api('PATCH', `accounts/${id}`, body);
    expect((await change({ port })).body).toMatchObject({ code: 'password-required', field: 'password' });
    expect((await change({ port, password: demoPassword })).status).toBe(200);
    expect((await mailroom.api('POST', `accounts/${id}/state`, { state: 'live' })).status).toBe(200);
    await mailroom.api('POST', `accounts/${id}/state`, { state: 'archived' });
  });
});

describeWithDovecot('what has moved in to a Dovecot', () => {
  let dovecot: Dovecot;
  beforeAll(async () => {
    dovecot = await startDovecot();
  });
  afterAll(() => dovecot?.stop());

  it('is tested, set live and fetched from', async () => {
    const { host, port } = dovecot.imap;
    const address = 'orders@sandbox.test';
    const done = await moveIn(
      [
        '"name";"active";"state";"server";"port";"server_type";"is_ssl";"user";"password"',
        `"Orders";"True";"done";"${host}";"${port}";"imap";"False";"${address}";"pass"`,
      ].join('\r\n'),
    );
    const letter = `From: jo@example.test\r\nTo: ${address}\r\nSubject: from before\r\nMessage-ID: <a@b>\r\n\r\nHello.\r\n`;
    await tellsAndFetches(done, () => dovecot.deliver(address, letter), 'from before');
  });
});

async function tellsAndFetches(done: Answer, arrives: () => unknown, subject: string): Promise<void> {
  expect(gist(done)).toEqual(['2 new in-clear']);
  const { id } = done.body.rows[0];
  const { steps } = (await mailroom.api('POST', `accounts/${id}/check`)).body;
  expect(steps.map(({ ok }: any) => ok)).not.toContain(false);
  const live = await mailroom.api('POST', `accounts/${id}/state`, { state: 'live' });
  expect([live.status, live.body.state]).toEqual([200, 'live']);
  await arrives();
  await until(async () => (await mailroom.hostMail()).some((mail) => mail.subject === subject), {
    what: `the mail “${subject}” at the host`,
  });
  await mailroom.api('POST', `accounts/${id}/state`, { state: 'archived' });
}

describe('a large file', () => {
  const ROWS = 45;
  const large = [
    'login,host,account_type,pw',
    ...Array.from({ length: ROWS }, (_, n) => `desk${n}@large.example,imap.large.example,IMAPS,x`),
  ].join('\n');

  function begin(signal: AbortSignal): Promise<Response> {
    return fetch(`${mailroom.url}/mailroom/api/moving-in`, {
      method: 'POST',
      headers: {
        [ACTOR_HEADER]: 'admin',
        origin: mailroom.url,
        'content-type': 'text/csv',
        accept: 'application/x-ndjson',
      },
      body: large,
      signal,
    });
  }

  it('says how far it is, and at last what came of it', async () => {
    const response = await begin(AbortSignal.timeout(60_000));
    const lines = (await response.text())
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const steps = lines.slice(0, -1).map(({ step }) => step);
    expect(steps).toEqual([0, 10, 20, 30, 40].map((done) => ({ done, of: ROWS })));
    expect(lines.at(-1).answer).toMatchObject({ new: ROWS, refused: 0 });
    expect(await accounts()).toHaveLength(ROWS);
  });

  it('leaves everything as it was when whoever asked goes before the end', async () => {
    const moves = `select count(*) from mailroom.audit_event where action = 'moved-in'`;
    const before = await mailroom.dataSource.query(moves);
    const held = mailroom.dataSource.createQueryRunner();
    await held.startTransaction();
    // Nobody gets a row in.
    await held.query('lock table mailroom.mail_account in share mode');
    const tab = new AbortController();
    const response = await begin(tab.signal);
    const lines = response.body!.getReader();
    expect(new TextDecoder().decode((await lines.read()).value)).toContain(`"of":${ROWS}`);
    tab.abort();
    await lines.read().catch(() => undefined);
    await held.commitTransaction();
    await held.release();
    // It holds this lock until its transaction is over.
    await mailroom.dataSource.query(`select pg_advisory_xact_lock(hashtext('mailroom.moving-in'))`);
    expect(await accounts()).toEqual([]);
    expect(await mailroom.dataSource.query(moves)).toEqual(before);
    expect(heard.join('\n')).not.toContain('test-broken-off');
  });

  it('is looked at with one question about tokens, however many rows and tokens there are', async () => {
    const client = { template: 'microsoft-365', name: 'Exchange Online', clientId: 'x', secret: 'planned' };
    const { body } = await mailroom.api('POST', 'clients', client);
    await mailroom.dataSource.query(
      `insert into mailroom.oauth_token (client_id, since, mailbox, subject, scope, sealed_access, access_obtained_at,
         access_expires_at, connected_at, connected_by)
       select $1, now(), 'Desk' || n || '@large.example', n, '', '', now(), now(), now(), 'spec'
       from generate_series(1, 599) n`,
      [body.id],
    );
    const ofMany = [
      'login,host,account_type,authentication_type,oauth2_token_config_name',
      ...Array.from(
        { length: 600 },
        (_, n) => `desk${n}@large.example,outlook.office365.com,IMAPS,oauth2_token,Exchange Online`,
      ),
    ].join('\n');
    const asked = jest.spyOn(mailroom.app.get(Database), 'query');
    const looked = await preview(ofMany);
    const questions = asked.mock.calls.filter(([sql]) => sql.includes('client.mail_hosts'));
    asked.mockRestore();
    expect(looked.body).toMatchObject({ new: 600, refused: 0 });
    const clear = looked.body.rows.filter(({ notes }: any) =>
      notes.every(({ code }: any) => code !== 'token-unclear'),
    );
    // Nobody has connected desk 0, and which of the others is meant nobody can tell.
    expect(clear).toHaveLength(599);
    expect(questions.length).toBe(1);
  });
});
