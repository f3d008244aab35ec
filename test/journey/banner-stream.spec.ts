import { startSandbox, type Sandbox } from '../../apps/sandbox/src/index.js';
import { ACTOR_HEADER } from '../support/host.js';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';
import { until } from '../support/until.js';
import { eventReader } from '../../apps/admin-web/src/banner-element/read-events.js';
import { BannerStream } from '../../libs/notifications/src/stream/banner-stream.js';
import { Banners } from '../../libs/notifications/src/banners/banners.js';

let sandbox: Sandbox;
let mailroom: RunningMailroom;
beforeAll(async () => (sandbox = await startSandbox()));
afterAll(() => sandbox.stop());
beforeEach(async () => (mailroom = await startMailroom({ work: false, logger: ['error'] })));
afterEach(() => mailroom.stop());

/** Somebody who reads the stream as the element does. */
class Listener {
  readonly heard: string[][] = [];
  ended = false;
  readonly #over = new AbortController();

  static async as(actor: string): Promise<{ status: number; listener: Listener }> {
    const listener = new Listener();
    const response = await fetch(`${mailroom.url}/mailroom/api/banners/stream`, {
      headers: { [ACTOR_HEADER]: actor },
      signal: listener.#over.signal,
    });
    if (response.ok) listener.listen(response).catch(() => (listener.ended = true));
    return { status: response.status, listener };
  }

  leave(): void {
    this.#over.abort();
  }

  private async listen(response: Response): Promise<void> {
    expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
    const read = eventReader();
    const decoder = new TextDecoder();
    for await (const piece of response.body ?? []) {
      for (const { type, data } of read(decoder.decode(piece, { stream: true })))
        if (type === 'banners')
          this.heard.push(JSON.parse(data).items.map(({ kind }: { kind: string }) => kind));
    }
    this.ended = true;
  }
}

/** An account that nobody fetches, because this process does not work: it becomes silent. */
async function silentAccount(): Promise<string> {
  const { status, body } = await mailroom.api('POST', 'accounts', {
    name: 'Support',
    host: '127.0.0.1',
    port: sandbox.imap.port,
    security: 'none',
    login: sandbox.addPerson('banners@sandbox.test').address,
    auth: 'password',
    password: 'sandbox',
    disposition: 'leave',
    start: 'all',
  });
  expect([status, body.code]).toEqual([201, undefined]);
  await mailroom.api('POST', `accounts/${body.id}/state`, { state: 'live' });
  await mailroom.timePasses({ hours: 2 });
  return body.id as string;
}

const latest = ({ heard }: Listener) => heard.at(-1);

it('tells everybody who listens, at once and when something changes, with one look for all', async () => {
  const look = jest.spyOn(mailroom.app.get(Banners, { strict: false }), 'all');
  const [one, two] = await Promise.all([Listener.as('admin'), Listener.as('ada')]);
  await until(() => latest(one.listener) && latest(two.listener), { what: 'both to hear' });
  expect([one.listener.heard, two.listener.heard]).toEqual([[[]], [[]]]);
  const id = await silentAccount();
  for (const { listener } of [one, two])
    await until(() => latest(listener)?.[0] === 'mailbox-silent', { what: 'the alarm' });
  expect(look.mock.calls.length).toBeLessThan(8);
  await mailroom.api('POST', `accounts/${id}/state`, { state: 'paused' });
  for (const { listener } of [one, two])
    await until(() => latest(listener)?.length === 0, { what: 'the end of the alarm' });
  expect(one.listener.heard).toEqual([[], ['mailbox-silent'], []]);
  for (const { listener } of [one, two]) listener.leave();
  const stream = mailroom.app.get(BannerStream, { strict: false });
  await until(() => stream.size === 0, { what: 'the listeners to be gone' });
  const looks = look.mock.calls.length;
  const again = await Listener.as('admin');
  await until(() => latest(again.listener), { what: 'the third to hear' });
  expect(look.mock.calls.length).toBe(looks + 1);
  again.listener.leave();
});

it('looks anew for whoever comes after a look that nobody waited for', async () => {
  const { promise: slow, resolve: answer } = Promise.withResolvers<[]>();
  const look = jest.spyOn(mailroom.app.get(Banners, { strict: false }), 'all').mockReturnValueOnce(slow);
  const { listener } = await Listener.as('admin');
  await until(() => look.mock.calls.length === 1, { what: 'the look' });
  listener.leave();
  const stream = mailroom.app.get(BannerStream, { strict: false });
  await until(() => stream.size === 0, { what: 'the listener to be gone' });
  await silentAccount();
  answer([]);
  await slow;
  const next = await Listener.as('admin');
  await until(() => latest(next.listener), { what: 'the next one to hear' });
  expect(next.listener.heard).toEqual([['mailbox-silent']]);
  next.listener.leave();
});

it('tells nothing to whoever is no admin, and ends with the right to hear', async () => {
  expect((await Listener.as('nobody')).status).toBe(403);
  const { listener } = await Listener.as('ada');
  await until(() => latest(listener), { what: 'her to hear' });
  mailroom.access.lostTheRight.add('ada');
  await silentAccount();
  await until(() => listener.ended, { what: 'the end of the stream' });
  expect(listener.heard).toEqual([[]]);
  expect((await Listener.as('ada')).status).toBe(403);
});

it('asks for the right again although nothing changes', async () => {
  const { listener } = await Listener.as('ada');
  await until(() => latest(listener), { what: 'her to hear' });
  mailroom.access.lostTheRight.add('ada');
  await until(() => listener.ended, { what: 'the end of the stream', timeoutMs: 40_000 });
}, 60_000);

it('ends every stream at shutdown, and takes no new ones', async () => {
  const all = await Promise.all(['a', 'b', 'c'].map((actor) => Listener.as(actor)));
  for (const { listener } of all) await until(() => latest(listener), { what: 'all to hear' });
  const began = performance.now();
  const stream = mailroom.app.get(BannerStream, { strict: false });
  await mailroom.app.close();
  expect(performance.now() - began).toBeLessThan(5_000);
  await until(() => all.every(({ listener }) => listener.ended), { what: 'the streams to end' });
  expect(() => stream.open({})).toThrow('too-many-listeners');
});

it('has room for a bounded number', async () => {
  const stream = mailroom.app.get(BannerStream, { strict: false });
  const all = Array.from({ length: 200 }, () => stream.open({ headers: {} }).subscribe());
  const { status, body } = await mailroom.api('GET', 'banners/stream');
  expect([status, body.code]).toEqual([503, 'too-many-listeners']);
  for (const each of all) each.unsubscribe();
  expect(stream.size).toBe(0);
});
