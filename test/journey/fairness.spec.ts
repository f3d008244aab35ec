import { Claims } from '../../libs/mail-accounts/src/sessions/claims.js';
import { describeWithDovecot, startDovecot, type Dovecot } from '../support/dovecot.js';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';
import { numberedMails } from '../support/numbered-mail.js';
import { until } from '../support/until.js';

const HUGE = 4_000;
const SMALL = 20;
const EACH = 10;
const PATIENCE_MS = 240_000;

describeWithDovecot('a huge mailbox among small ones', () => {
  let dovecot: Dovecot;
  let mailroom: RunningMailroom;

  beforeAll(async () => {
    dovecot = await startDovecot();
    mailroom = await startMailroom();
    const limits = [{ host: '*', per: 'login', limit: 5 }];
    await mailroom.api('PATCH', 'settings', { 'connection-limits': limits });
  });

  afterAll(async () => {
    await mailroom.stop();
    await dovecot.stop();
  });

  it(
    'is not half done when all mail of the small ones is committed, although it began first',
    async () => {
      dovecot.seed('huge', numberedMails('huge', HUGE));
      const huge = await draft('huge');
      const small: string[] = [];
      for (let number = 0; number < SMALL; number += 1) {
        dovecot.seed(`small${number}`, numberedMails(`small${number}`, EACH));
        small.push(await draft(`small${number}`));
      }
      await live([huge]);
      await until(async () => (await count([huge])) > 0, {
        timeoutMs: 60_000,
        what: 'the huge one to begin',
      });
      await live(small);
      const done = async () => (await count(small)) === SMALL * EACH;
      await until(done, { timeoutMs: PATIENCE_MS, what: 'all mail of the small ones' });

      expect(await count([huge])).toBeLessThan(HUGE / 2);
    },
    PATIENCE_MS,
  );

  it('counts a session where it is connected, though its account was pointed elsewhere', async () => {
    const { host } = dovecot.imap;
    const limits = [{ host, per: 'host', limit: 1 }];
    await mailroom.api('PATCH', 'settings', { 'connection-limits': limits });
    const [moved, waiting] = [await draft('moved'), await draft('waiting')];
    await mailroom.dataSource.query(`update mailroom.mail_account set state = 'paused', epoch = epoch + 1`);
    await until(async () => (await held()).length === 0, { what: 'nothing to be held' });
    await heldElsewhere(moved, host);
    await live([waiting]);
    await mailroom.app.get(Claims, { strict: false }).claim(10);
    expect(await held()).toEqual([moved]);

    await heldElsewhere(moved, 'mail.example');
    await until(async () => (await held()).includes(waiting), { what: 'the place of the moved one' });
  });

  async function held(): Promise<string[]> {
    const rows: { id: string }[] = await mailroom.dataSource.query(
      'select id from mailroom.mail_account where holder is not null',
    );
    return rows.map(({ id }) => id);
  }

  /** Another instance, which is not to fall silent, has a session at `host` for an account that lies elsewhere now. */
  async function heldElsewhere(id: string, host: string): Promise<void> {
    await mailroom.dataSource.query(
      `with another as (
         insert into mailroom.instance (id, host, process, seen_at)
         values (gen_random_uuid(), 'another', 1, clock_timestamp() + interval '1 hour') returning id)
       update mailroom.mail_account set host = 'mail.example', holder = another.id, held_host = $2, held_login = login
       from another where mail_account.id = $1`,
      [id, host],
    );
  }

  async function draft(user: string): Promise<string> {
    const { host, port } = dovecot.imap;
    const { body } = await mailroom.api('POST', 'accounts', {
      name: user,
      host,
      port,
      security: 'none',
      auth: 'password',
      login: user,
      password: 'pass',
      address: `${user}@example.test`,
      disposition: 'leave',
      start: 'all',
    });
    return body.id;
  }

  async function live(ids: readonly string[]): Promise<void> {
    await mailroom.dataSource.query(
      `update mailroom.mail_account set state = 'live', live_since = mailroom.now(), next_at = mailroom.now()
       where id = any($1)`,
      [ids],
    );
    await mailroom.api('POST', `accounts/${ids[0]}/fetch`);
  }

  async function count(ids: readonly string[]): Promise<number> {
    const [{ mails }] = await mailroom.dataSource.query(
      'select count(*)::int as mails from host_mail where account_id = any($1)',
      [ids],
    );
    return mails;
  }
});
