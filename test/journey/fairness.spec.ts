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
