import { OutgoingMail } from '@mailroom/outgoing-servers';
import { startSandbox, type Sandbox } from '../../apps/sandbox/src/index.js';
import { Announcements } from '../../libs/notifications/src/announcing/announcements.js';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';
import { until } from '../support/until.js';

const admin = 'admin@sandbox.test';

let sound: Sandbox;
let broken: Sandbox;
let mailroom: RunningMailroom;
let fellow: RunningMailroom;

beforeAll(async () => {
  [sound, broken] = await Promise.all([startSandbox(), startSandbox()]);
  sound.addPerson(admin);
  mailroom = await startMailroom({ logger: false });
  fellow = await startMailroom({ logger: false, database: mailroom.database, publicUrl: mailroom.url });
}, 60_000);
afterAll(async () => {
  await fellow.stop();
  await mailroom.stop();
  await Promise.all([sound.stop(), broken.stop()]);
});

async function server(name: string, at: Sandbox, values: object = {}): Promise<string> {
  const { address } = at.addPerson(`${name}@sandbox.test`);
  const { status, body } = await mailroom.api('POST', 'servers', {
    ...at.smtp,
    name,
    security: 'none',
    auth: 'password',
    login: address,
    password: 'sandbox',
    state: 'live',
    ...values,
  });
  expect([status, body.code]).toEqual([201, undefined]);
  return body.id as string;
}

async function banners(): Promise<string[]> {
  return (await mailroom.api('GET', 'banners')).body.items.map(({ kind }: { kind: string }) => kind);
}

async function everybodyLooks(): Promise<void> {
  await Promise.all([mailroom, fellow].map(({ app }) => app.get(Announcements, { strict: false }).look()));
}

const history = async () => (await mailroom.api('GET', 'banners/history')).body.items;
const letters = () => sound.messages(admin).map(({ raw }) => raw.toString());

it('tells nobody by mail unless somebody wants to be told, and takes only addresses', async () => {
  const refused = await mailroom.api('PATCH', 'settings', { 'banner-recipients': 'somebody' });
  expect([refused.status, refused.body.field]).toEqual([422, 'banner-recipients']);
  const { status } = await mailroom.api('PATCH', 'settings', { 'banner-recipients': `Ada <${admin}>` });
  expect(status).toBe(200);
});

it('says so where no server is left but the one that is broken', async () => {
  broken.faults.refuseSmtp({ code: 535, text: '5.7.8 No', at: 'auth' });
  const id = await server('relay', broken, { isFallback: true });
  const draft = { from: 'relay@sandbox.test', to: ['x@else.test'], subject: 'Waits', text: 'Hello' };
  await mailroom.app.get(OutgoingMail).send(draft);
  await until(async () => (await banners()).includes('server-failing'), { what: 'the banner' });
  await everybodyLooks();
  expect(await history()).toMatchObject([{ kind: 'server-failing', mail: 'no-server', mailedThrough: null }]);
  await mailroom.api('POST', `servers/${id}/state`, { state: 'paused' });
  await until(async () => (await banners()).length === 0, { what: 'no banner' });
  await everybodyLooks();
}, 60_000);

it('tells of a broken server through another, once, however many instances look', async () => {
  await server('office', sound, { priority: 50 });
  const id = await server('exchange', broken);
  const draft = { from: 'exchange@sandbox.test', to: ['x@else.test'], subject: 'Waits', text: 'Hello' };
  await mailroom.app.get(OutgoingMail).send({ ...draft, serverId: id });
  await until(async () => (await banners()).includes('server-failing'), { what: 'the banner' });
  await everybodyLooks();
  await until(() => letters().length > 0, { what: 'the letter', timeoutMs: 20_000 });
  await everybodyLooks();
  expect(await history()).toMatchObject([
    { kind: 'server-failing', mail: 'sent', mailedThrough: 'office', goneAt: null },
    { kind: 'server-failing', mail: 'no-server', goneAt: expect.any(String) },
  ]);
  const [letter = '', ...more] = letters();
  expect(more).toEqual([]);
  expect(letter).toMatch(/^From: office@sandbox\.test\r$/m);
  expect(letter).toMatch(/^Auto-Submitted: auto-generated\r$/m);
  const { items } = (await mailroom.api('GET', 'outbox')).body;
  const sent = items.filter(({ subject }: { subject: string }) => subject.startsWith('Mail needs somebody'));
  expect(sent).toMatchObject([{ server: { name: 'office' }, to: [admin] }]);
}, 60_000);

it('writes in the language of the setting', async () => {
  const { status } = await mailroom.api('PATCH', 'settings', { language: 'de' });
  expect(status).toBe(200);
  const id = await server('ausgang', broken);
  const draft = { from: 'ausgang@sandbox.test', to: ['x@else.test'], subject: 'Waits', text: 'Hello' };
  await mailroom.app.get(OutgoingMail).send({ ...draft, serverId: id });
  await until(async () => (await banners()).length === 2, { what: 'the banner' });
  await everybodyLooks();
  await until(() => letters().length === 2, { what: 'the letter', timeoutMs: 20_000 });
  const { items } = (await mailroom.api('GET', 'outbox')).body;
  const subjects = items.map(({ subject }: { subject: string }) => subject);
  expect(subjects).toContainEqual(
    expect.stringMatching(/^Bei der Mail ist etwas zu tun: Der Ausgangsserver „ausgang“ kann nicht senden/),
  );
}, 60_000);
