import { startMailroom, type RunningMailroom } from '../support/mailroom.js';

const ROUNDS = 8;

let mailroom: RunningMailroom;

beforeAll(async () => {
  mailroom = await startMailroom({ work: false });
});
afterAll(() => mailroom?.stop());

const MAIL_HOST = { host: 'mail.example.com', auth: 'password', login: 'a@example.com', password: 'secret' };
const IMAP = { port: 993, security: 'tls', disposition: 'leave', start: 'all' };

interface Thing {
  readonly of: string;
  readonly fresh?: object;
  readonly path: string;
  readonly method?: string;
  readonly change: (text: string) => object;
  readonly said: (body: any) => string;
}

const things: readonly Thing[] = [
  {
    of: 'an account',
    path: 'accounts',
    fresh: { name: 'Support', ...MAIL_HOST, ...IMAP },
    change: (comment) => ({ comment }),
    said: ({ comment }) => comment,
  },
  {
    of: 'a server',
    path: 'servers',
    fresh: { name: 'Out', ...MAIL_HOST, port: 465, security: 'tls' },
    change: (comment) => ({ comment }),
    said: ({ comment }) => comment,
  },
  {
    of: 'a client',
    path: 'clients',
    fresh: {
      name: 'Google',
      template: 'google',
      clientId: 'one.apps.googleusercontent.com',
      secret: 'GOCSPX-x',
    },
    change: (name) => ({ name }),
    said: ({ name }) => name,
  },
  {
    of: 'a rule',
    path: 'mail-rules',
    fresh: {
      name: 'Rule',
      match: 'all',
      conditions: [],
      actions: { then: 'continue', destination: null, priority: null, tags: [], unlimited: false },
    },
    change: (name) => ({ name }),
    said: ({ name }) => name,
  },
  {
    of: 'a route by recipient',
    path: 'recipient-routes',
    fresh: { address: 'support@example.com', destination: 'support' },
    change: (comment) => ({ comment }),
    said: ({ comment }) => comment,
  },
  {
    of: 'an invoker',
    path: 'invokers',
    fresh: { name: 'crm', baseUrl: 'https://crm.example.com', method: 'POST', authentication: 'none' },
    change: (comment) => ({ comment }),
    said: ({ comment }) => comment,
  },
  {
    of: 'a webhook',
    path: 'webhooks',
    fresh: { description: 'Chat', url: 'https://chat.example.com/in', events: ['outbox.failed'] },
    change: (description) => ({ description }),
    said: ({ description }) => description,
  },
  {
    of: 'the settings',
    path: 'settings',
    change: (text) => ({ 'run-retention-days': 60 + Number(/\d+$/.exec(text)?.[0]) }),
    said: ({ items }) =>
      String(items.find((item: { key: string }) => item.key === 'run-retention-days').value),
  },
];

const place = async ({ path, fresh }: Thing): Promise<string> => {
  if (!fresh) return path;
  const { status, body } = await mailroom.api('POST', path, fresh);
  expect(status).toBe(201);
  return `${path}/${body.id ?? body.webhook.id}`;
};
const tagAt = async (at: string) => {
  const { headers } = await mailroom.api('GET', at);
  return headers.get('etag') ?? '';
};
const change = (at: string, body: object, tag?: string) =>
  mailroom.api('PATCH', at, body, 'admin', tag === undefined ? {} : { 'if-match': tag });

describe.each(things)('$of', (thing) => {
  let at: string;
  beforeAll(async () => {
    at = await place(thing);
  });

  it('lets exactly one of two changes at once win', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const tag = await tagAt(at);
      const wishes = [2 * round + 1, 2 * round + 2].map((one) => thing.change(`text ${one}`));
      const answers = await Promise.all(wishes.map((wish) => change(at, wish, tag)));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 412]));
      expect(answers.find(({ status }) => status === 412)?.body).toMatchObject({ code: 'changed-meanwhile' });
      const winner = answers.find(({ status }) => status === 200);
      const stored = await mailroom.api('GET', at);
      expect(thing.said(stored.body)).toBe(thing.said(winner?.body));
      expect(stored.headers.get('etag')).toBe(winner?.headers.get('etag'));
    }
  }, 60_000);

  it('asks nobody who demands nothing', async () => {
    expect((await change(at, thing.change('text 91'))).status).toBe(200);
    expect((await change(at, thing.change('text 92'), '*')).status).toBe(200);
    expect((await change(at, thing.change('text 93'), '"another"')).status).toBe(412);
    expect((await change(at, thing.change('text 94'), `"another", ${await tagAt(at)}`)).status).toBe(200);
  });

  it('is answered whole to whoever has its tag already', async () => {
    const known = { 'if-none-match': await tagAt(at) };
    expect((await mailroom.api('GET', at, undefined, 'admin', known)).status).toBe(200);
  });
});

it('keeps a sender policy from being replaced twice', async () => {
  const { body, headers } = await mailroom.api('GET', 'sender-policy');
  const tag = { 'if-match': headers.get('etag') ?? '' };
  const wishes = ['one.example', 'two.example'].map((catchallDomain) => ({ ...body, catchallDomain }));
  const answers = await Promise.all(
    wishes.map((wish) => mailroom.api('PUT', 'sender-policy', wish, 'admin', tag)),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 412]));
});

it('takes what Mailroom writes on an account for no change', async () => {
  const at = await place({ ...(things[0] as Thing) });
  const tag = await tagAt(at);
  await mailroom.dataSource.query(
    `update mailroom.mail_account set last_fetch_at = mailroom.now(), failure_code = 'host-unknown'`,
  );
  expect(await tagAt(at)).toBe(tag);
  expect((await change(at, { comment: 'still mine' }, tag)).status).toBe(200);
});
