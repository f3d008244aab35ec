import { ACTOR_HEADER } from '../support/host.js';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';

const NOBODY = '018f6f1e-0000-7000-8000-000000000000';

describe('A form that is being filled in', () => {
  let mailroom: RunningMailroom;
  beforeAll(async () => {
    mailroom = await startMailroom({ work: false, logger: false });
  });
  afterAll(() => mailroom.stop());

  /** What is said of which field. */
  async function said(path: string, body: object): Promise<string[]> {
    const answer = await mailroom.api('POST', path, body);
    expect([path, answer.status]).toEqual([path, 200]);
    const { findings } = answer.body as {
      findings: { field: string; code: string; params: { reason?: string } }[];
    };
    return findings.map(({ field, code, params }) => `${field}: ${params.reason ?? code}`).toSorted();
  }

  const ruleWith = (value: string, name: string) => ({
    name,
    conditions: [{ field: 'header', not: false, name: 'no name', match: 'is', value }],
  });

  it.each<[string, object, string[]]>([
    ['mail-rules/findings', {}, []],
    [
      'mail-rules/findings',
      ruleWith('x'.repeat(501), 'a\nb'),
      ['conditions.0.name: no-header-name', 'conditions.0.value: too-long', 'name: not-one-line'],
    ],
    ['recipient-routes/findings', { comment: 'new' }, []],
    ['recipient-routes/findings', { address: 'desk@' }, ['address: no-address-or-domain']],
    ['sender-policy/findings', {}, []],
    [
      'sender-policy/findings',
      { catchallDomain: 'x.test', defaultFrom: 'a b', bounceFrom: '@', defaultFromFilter: 'x@' },
      [
        'bounceFrom: sender-policy-invalid',
        'defaultFrom: sender-policy-invalid',
        'defaultFromFilter: from-filter-invalid',
      ],
    ],
    ['sender-policy/findings', { bulkServerId: NOBODY }, ['bulkServerId: server-not-found']],
    [
      'settings/findings',
      { 'audit-retention-days': 0, 'banner-recipients': 'ada@', 'sender-limit-mails': 5 },
      ['audit-retention-days: too-small', 'banner-recipients: no-address-list'],
    ],
    [
      'settings/findings',
      {
        'connection-limits': [
          { host: 'a b', per: 'host', limit: 0 },
          { host: '*', per: 'host', limit: 5 },
          { host: '-', per: 'host', limit: 5 },
        ],
      },
      [
        'connection-limits.0.host: no-host-or-wildcard',
        'connection-limits.0.limit: too-small',
        'connection-limits.2.host: no-host-or-wildcard',
      ],
    ],
    ['settings/findings', { 'public-url': 'http://desk.example' }, ['public-url: setting-read-only']],
    ['accounts/discover/findings', { address: 'desk@' }, ['address: address-invalid']],
    ['accounts/discover/findings', { address: 'desk@x.test' }, []],
    ['banners/snooze/findings', { reason: 'known' }, []],
    ['banners/snooze/findings', { reason: '   ' }, ['reason: empty']],
    ['mailboxes/findings', {}, []],
    [
      'mailboxes/findings',
      {
        name: 'x'.repeat(201),
        address: 'desk@x.test',
        incoming: { disposition: 'move', moveTo: 'Done', start: 'new' },
        outgoing: { fromFilter: 'x@' },
        imap: { host: 'http://x', port: 993, security: 'tls' },
        smtp: { host: 'smtp.gmail.com', port: 587, security: 'none' },
      },
      ['imap.host: no-host', 'imap: host-unknown-here', 'name: too-long', 'smtp.security: google-needs-tls'],
    ],
    ['clients/findings', {}, []],
    [
      'clients/findings',
      {
        template: 'custom',
        authorizationEndpoint: 'https://a.test/authorize',
        tokenEndpoint: 'https://a.test/token',
        refreshEndpoint: 'https://b.test/token',
        extraParameters: { state: 'x' },
        discoveryUrl: 'nowhere',
      },
      [
        'discoveryUrl: no-url',
        'extraParameters: parameter-reserved',
        'refreshEndpoint: refresh-endpoint-elsewhere',
      ],
    ],
    [
      'webhooks/findings',
      { url: 'http://x.test/', caCertificate: 'none' },
      ['caCertificate: ca-certificate-invalid', 'url: no-receiver-url'],
    ],
    [
      'accounts/findings',
      { host: 'a b', trustedDomains: ['x.test', '-'], pollSeconds: 1 },
      ['host: no-host', 'pollSeconds: too-small', 'trustedDomains.1: no-domain'],
    ],
    ['servers/findings', { host: 'a b', port: 70_000 }, ['host: no-host', 'port: too-large']],
  ])('is told by %s what is wrong with each field: %j', async (path, body, expected) => {
    expect(await said(path, body)).toEqual(expected);
  });

  it('is told that a name is taken, and that it is free again', async () => {
    const names = ['recipient-routes', 'invokers', 'clients'] as const;
    const things = {
      'recipient-routes': { address: 'desk@x.test', destination: 'support' },
      invokers: { name: 'crm-note', baseUrl: 'https://crm.test', method: 'POST' },
      clients: {
        name: 'Desk',
        template: 'google',
        clientId: 'x.apps.googleusercontent.com',
        secret: 'a-secret',
      },
    };
    for (const path of names) {
      const { address, name } = things[path] as { address?: string; name?: string };
      const typed = address === undefined ? { name } : { address: address.toUpperCase() };
      const taken = [
        address === undefined ? `name: ${path.slice(0, -1)}-name-taken` : 'address: route-address-taken',
      ];
      expect(await said(`${path}/findings`, typed)).toEqual([]);
      const { id } = (await mailroom.api('POST', path, things[path])).body;
      expect(await said(`${path}/findings`, typed)).toEqual(taken);
      expect(await said(`${path}/findings`, { ...typed, id })).toEqual([]);
      await mailroom.api('DELETE', `${path}/${id}`);
      expect(await said(`${path}/findings`, typed)).toEqual([]);
    }
  });

  it.each([
    ['clients/import/findings', 'a: "b\n', ['source: missing-char']],
    ['clients/import/findings', 'just: this', ['source: yaml-not-clients']],
    ['moving-in/findings', 'a,b\n"x', ['source: open-quote']],
    ['moving-in/findings', 'colour,shape\nred,round', ['source: file-not-recognised']],
    ['moving-in/findings?kind=odoo-outgoing-servers', 'colour,shape\nred,round', []],
  ])('is told by %s what becomes of a pasted text: %j', async (path, text, expected) => {
    expect(await said(path, { text })).toEqual(expected);
  });

  it('leaves nothing behind, in the log of acts neither', async () => {
    const { body } = await mailroom.api('GET', 'audit-events');
    const acts = body.items.map(({ action }: { action: string }) => action);
    expect(
      acts.filter(
        (action: string) => !/^(recipient-route|invoker|client)-(created|deleted|registered)$/.test(action),
      ),
    ).toEqual([]);
    for (const path of [
      'mail-rules',
      'recipient-routes',
      'invokers',
      'webhooks',
      'accounts',
      'servers',
      'clients',
    ])
      expect([path, (await mailroom.api('GET', path)).body.items]).toEqual([path, []]);
  });

  it('is turned away from another origin, like what it becomes', async () => {
    for (const path of [
      'mail-rules/findings',
      'settings/findings',
      'mailboxes/findings',
      'clients/import/findings',
    ]) {
      const answer = await fetch(`${mailroom.url}/mailroom/api/${path}`, {
        method: 'POST',
        headers: {
          origin: 'https://evil.example',
          'content-type': 'application/json',
          [ACTOR_HEADER]: 'admin',
        },
        body: '{}',
      });
      expect([path, answer.status]).toEqual([path, 403]);
    }
  });
});
