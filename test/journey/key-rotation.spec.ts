import { randomBytes } from 'node:crypto';
import { KeyRing, KeyRotation, Secret, SecretBox, type EncryptionKey } from '@mailroom/kernel';
import { startSandbox, type Sandbox } from '../../apps/sandbox/src/index.js';
import { AccessTokens } from '@mailroom/oauth-tokens';
import { connectToken, consent, registerSandboxClient } from '../support/connect.js';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';
import { until } from '../support/until.js';

const ADA = { id: 'ada', name: 'Ada', from: 'mailroom' };

/** A ring that the spec changes while the host runs, as a restart with other keys would. */
class ChangingRing extends KeyRing {
  readonly keys = new Map<string, EncryptionKey>();
  #current = '';

  add(id: string): void {
    this.keys.set(id, { id, bytes: randomBytes(32) });
    this.#current = id;
  }
  override current(): EncryptionKey {
    return this.keys.get(this.#current)!;
  }
  override byId(id: string): EncryptionKey | undefined {
    return this.keys.get(id);
  }
}

const ring = new ChangingRing();
class SpecRing extends KeyRing {
  override current(): EncryptionKey {
    return ring.current();
  }
  override byId(id: string): EncryptionKey | undefined {
    return ring.byId(id);
  }
}

describe('the rotation of keys', () => {
  let sandbox: Sandbox;
  let mailroom: RunningMailroom;
  let rotation: KeyRotation;
  let tokenIds: string[];
  let accountId: string;
  let serverId: string;

  beforeAll(async () => {
    ring.add('2025.a');
    sandbox = await startSandbox();
    mailroom = await startMailroom({ keyRing: SpecRing });
    rotation = mailroom.app.get(KeyRotation, { strict: false });
    const first = await connectToken(mailroom, sandbox, 'support@sandbox.test');
    const google = await registerSandboxClient(mailroom, sandbox, 'google');
    const end = await consent(mailroom, sandbox, { clientId: google, address: 'sales@sandbox.test' });
    tokenIds = [first.tokenId, end.searchParams.get('token')!];
    const imap = { name: 'Kept', host: '127.0.0.1', port: 1, security: 'none', login: 'a@desk.example' };
    const account = {
      ...imap,
      auth: 'password',
      password: 'of the account',
      disposition: 'seen',
      start: 'new',
    };
    accountId = (await mailroom.api('POST', 'accounts', account)).body.id;
    const server = { ...imap, auth: 'password', password: 'of the server' };
    serverId = (await mailroom.api('POST', 'servers', server)).body.id;
  });
  afterAll(async () => {
    await mailroom.stop();
    await sandbox.stop();
  });

  const shares = async (): Promise<Record<string, number>> =>
    Object.fromEntries((await rotation.progress()).byKey.map(({ keyId, count }) => [String(keyId), count]));
  const access = (id: string) => mailroom.app.get(AccessTokens, { strict: false }).get(id);

  it('finds everything that is sealed, in every table', async () => {
    const columns: { table_name: string; column_name: string }[] = await mailroom.dataSource.query(
      `select table_name, column_name from information_schema.columns
        where table_schema = 'mailroom' and column_name like 'sealed%' order by 1, 2`,
    );
    expect(rotation.places()).toEqual(columns.map((column) => `${column.table_name}.${column.column_name}`));
    // Two clients with a secret each, two tokens with two halves each, two passwords.
    expect(await shares()).toEqual({ '2025.a': 8 });
  });

  it('may be stopped in the middle, while tokens are refreshed, and goes on where it was', async () => {
    ring.add('2026');
    const abort = new AbortController();
    const refreshing = Promise.all(tokenIds.map((id) => mailroom.api('POST', `tokens/${id}/refresh`)));
    const stopped = await rotation.run({ actor: ADA, signal: abort.signal, onProgress: () => abort.abort() });
    expect((await refreshing).map(({ status }) => status)).toEqual([200, 200]);
    expect(stopped.interrupted).toBe(true);
    expect(stopped.resealed).toBeGreaterThan(0);
    expect(await shares()).toHaveProperty(['2025.a']);

    const [one, other] = await Promise.all([rotation.run({ actor: ADA }), rotation.run({ actor: ADA })]);
    expect([one.unreadable, other.unreadable, one.left, other.left]).toEqual([[], [], 0, 0]);
    expect(await shares()).toEqual({ '2026': 8 });
  });

  it('leaves nothing behind that needs the old key', async () => {
    ring.keys.delete('2025.a');
    for (const id of tokenIds) {
      expect((await mailroom.api('POST', `tokens/${id}/refresh`)).body).toMatchObject({ state: 'live' });
      expect(await access(id)).toBeDefined();
    }
    // The last step that needs the password is the sign-in; here the host is silent, which is no matter of keys.
    for (const path of [`accounts/${accountId}/check`, `servers/${serverId}/check`]) {
      const { body } = await mailroom.api('POST', path);
      expect(JSON.stringify(body)).not.toMatch(/secret-unreadable|encryption-key-missing/);
    }
    const box = mailroom.app.get(SecretBox, { strict: false });
    const [row] = await mailroom.dataSource.query(
      'select sealed_password from mailroom.mail_account where id = $1',
      [accountId],
    );
    const place = `mail_account:${accountId}:password:127.0.0.1:1:none`;
    expect(box.open(row.sealed_password, place).equals(Secret.of('of the account'))).toBe(true);
    expect((await mailroom.api('GET', 'keys')).body).toMatchObject({ total: 8, done: 8, unreadable: 0 });
  });

  it('never writes over what came in between', async () => {
    ring.add('2027');
    let refreshed = false;
    const outcome = await rotation.run({
      actor: ADA,
      onProgress: () => {
        if (!refreshed) void mailroom.api('PATCH', `accounts/${accountId}`, { password: 'a newer one' });
        refreshed = true;
      },
    });
    expect(outcome.left).toBe(0);
    await until(async () => (await shares())['2027'] === 8, { what: 'the new password to be there' });
    const [row] = await mailroom.dataSource.query(
      'select sealed_password from mailroom.mail_account where id = $1',
      [accountId],
    );
    const place = `mail_account:${accountId}:password:127.0.0.1:1:none`;
    const box = mailroom.app.get(SecretBox, { strict: false });
    expect(box.open(row.sealed_password, place).equals(Secret.of('a newer one'))).toBe(true);
  });

  it('waits for a refresh that holds its token', async () => {
    ring.add('2028');
    await mailroom.dataSource.query(
      `update mailroom.oauth_token set lease_until = clock_timestamp() + interval '2 seconds' where id = $1`,
      [tokenIds[0]],
    );
    const seen: number[] = [];
    const outcome = await rotation.run({ actor: ADA, onProgress: ({ resealed }) => seen.push(resealed) });
    expect(seen).toContain(6);
    expect(outcome).toMatchObject({ resealed: 8, left: 0, interrupted: false });
  });

  it('names what it cannot open and leaves it where it is', async () => {
    ring.add('2029');
    await mailroom.dataSource.query(
      `update mailroom.outgoing_server set sealed_password = replace(sealed_password, 'v1.2028.', 'v1.lost.') where id = $1`,
      [serverId],
    );
    await mailroom.dataSource.query(`update mailroom.mail_account set host = '127.0.0.2' where id = $1`, [
      accountId,
    ]);
    const { status } = await mailroom.api('POST', 'keys/rotate', undefined, 'bo');
    expect(status).toBe(202);
    const { body } = await until(
      async () => {
        const answer = await mailroom.api('GET', 'keys');
        return answer.body.lastRun?.state === 'ended' && answer.body.lastRun.startedBy === 'bo'
          ? answer
          : null;
      },
      { what: 'the run to end' },
    );
    expect(body).toMatchObject({ currentKeyId: '2029', total: 8, done: 6, unreadable: 1 });
    expect(body.byKey.map(({ keyId, inRing, count }: any) => [keyId, inRing, count])).toEqual(
      expect.arrayContaining([
        ['2029', true, 6],
        ['2028', true, 1],
        ['lost', false, 1],
      ]),
    );
    expect(body.lastRun.unreadable).toEqual(
      expect.arrayContaining([
        {
          place: 'outgoing_server.sealed_password',
          owner: { kind: 'server', id: serverId, name: 'Kept' },
          keyId: 'lost',
        },
        {
          place: 'mail_account.sealed_password',
          owner: { kind: 'account', id: accountId, name: 'Kept' },
          keyId: '2028',
        },
      ]),
    );
    await mailroom.dataSource.query(`update mailroom.mail_account set host = '127.0.0.1' where id = $1`, [
      accountId,
    ]);
    expect((await rotation.run({ actor: ADA })).unreadable).toHaveLength(1);
    expect(await shares()).toEqual({ '2029': 7, lost: 1 });
  });

  it('asks an admin for a key that is missing, and for nothing else', async () => {
    const missing = ring.keys.get('2029')!;
    ring.add('2030');
    ring.keys.delete('2029');
    await mailroom.timePasses({ seconds: 5 });
    for (const id of tokenIds) {
      await expect(access(id)).rejects.toMatchObject({
        code: 'token-needs-admin',
        disposition: 'ask-admin',
        params: { code: 'encryption-key-missing' },
      });
      expect((await mailroom.api('POST', `tokens/${id}/refresh`)).body).toMatchObject({
        state: 'live',
        failure: { class: 'ask-admin', code: 'encryption-key-missing' },
      });
    }
    const check = await mailroom.api('POST', `accounts/${accountId}/check`);
    expect(check.body.steps.at(-1)).toMatchObject({
      step: 'credentials',
      problem: { code: 'encryption-key-missing', params: { keyId: '2029' } },
    });
    const { items } = (await mailroom.api('GET', 'clients')).body;
    expect(items.map(({ failure }: any) => failure)).toEqual([null, null]);

    ring.keys.set('2029', missing);
    for (const id of tokenIds) {
      expect(await access(id)).toBeDefined();
      expect((await mailroom.api('POST', `tokens/${id}/refresh`)).body).toMatchObject({
        state: 'live',
        failure: null,
      });
    }
  });

  it('stands in the audit log, without a key', async () => {
    const { body } = await mailroom.api('GET', 'audit-events?action=keys-rotated&actor=bo');
    expect(body.items[0]).toMatchObject({
      subject: { kind: 'keys', id: '2029' },
      details: { key: '2029', done: 6, unreadable: 2, interrupted: false },
    });
    const said = JSON.stringify([body, (await mailroom.api('GET', 'keys')).body]);
    for (const { bytes } of ring.keys.values())
      for (const spelling of ['base64', 'base64url', 'hex'] as const)
        expect(said).not.toContain(Buffer.from(bytes).toString(spelling));
  });
});
