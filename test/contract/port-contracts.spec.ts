import { type Request } from 'express';
import { DataSource } from 'typeorm';
import { SystemClock } from '@mailroom/kernel';
import {
  BannerAudience,
  InboundMailHandler,
  KeyRing,
  stored,
  type InboundMail,
  type Outcome,
  type OutgoingMail,
} from '@mailroom/plugin';
import {
  adminAccessContract,
  bannerAudienceContract,
  clockContract,
  HandMovedClock,
  inboundMailContract,
  keepsContract,
  keyRingContract,
  tellContract,
  type PortPromise,
} from '@mailroom/plugin/testing';
import { Acknowledgements } from '../../apps/helpdesk/src/intake/acknowledgements.js';
import { TicketIntake } from '../../apps/helpdesk/src/intake/ticket-intake.js';
import { migrate } from '../../apps/helpdesk/src/migrations/migrate.js';
import { EnvironmentKeyRing } from '../../apps/helpdesk/src/settings/environment-key-ring.js';
import { HelpdeskSettings } from '../../apps/helpdesk/src/settings/helpdesk-settings.js';
import { sealCookie, SIGNED_IN } from '../../apps/helpdesk/src/staff/session-cookie.js';
import { Sessions } from '../../apps/helpdesk/src/staff/sessions.js';
import { StaffAccess } from '../../apps/helpdesk/src/staff/staff-access.js';
import { Staff } from '../../apps/helpdesk/src/staff/staff.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';

const runner = { describe, it };
const secret = 'a secret of thirty-two characters';
const settings = Object.assign(Object.create(HelpdeskSettings.prototype) as HelpdeskSettings, {
  sessionSecret: secret,
  reopenDays: 30,
  acknowledge: false,
  keys: [{ id: 'k1', bytes: Buffer.alloc(32, 1) }],
  staff: [
    { login: 'ada', name: 'Ada', role: 'admin', password: 'a' },
    { login: 'bob', name: 'Bob', role: 'agent', password: 'b' },
  ],
});

let database: TestDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await freshDatabase();
  await migrate(database.url);
  dataSource = await new DataSource({
    type: 'postgres',
    url: database.url,
    installExtensions: false,
  }).initialize();
  await dataSource.query('create table spy (subject text not null)');
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

describe('the helpdesk', () => {
  const requestOf = (login: string | null): Pick<Request, 'headers'> => ({
    headers:
      login === null
        ? {}
        : { cookie: `${SIGNED_IN.name}=${sealCookie(SIGNED_IN, secret, login, new Date())}` },
  });
  const silent = new Acknowledgements({} as OutgoingMail, settings);

  tellContract(
    'takes mail as an intake has to',
    inboundMailContract(async () => ({
      handler: new TicketIntake(settings, silent),
      dataSource,
      stored: (manager) =>
        manager.query(
          `select t.subject, t.customer_address, a.subject as article, a.text, a.delivery_id
           from ticket t join article a on a.ticket_number = t.number order by a.delivery_id`,
        ),
    })),
    runner,
  );

  tellContract(
    'says who may administer mail',
    adminAccessContract(async () => {
      const staff = new Staff(settings);
      return {
        access: new StaffAccess(new Sessions(settings, staff), staff),
        admin: requestOf('ada'),
        visitor: requestOf('bob'),
        stranger: requestOf(null),
      };
    }),
    runner,
  );

  tellContract(
    'has keys',
    keyRingContract(() => new EnvironmentKeyRing(settings)),
    runner,
  );
});

describe('the clocks', () => {
  tellContract(
    'of the machine',
    clockContract(() => new SystemClock()),
    runner,
  );
  tellContract(
    'moved by hand',
    clockContract(() => new HandMovedClock()),
    runner,
  );
});

/** Writes a row for each mail, in one way or another. */
class SpyIntake extends InboundMailHandler {
  constructor(private readonly write: (mail: InboundMail, tx: SqlRunner) => Promise<unknown>) {
    super();
  }

  override async handle(mail: InboundMail, tx: SqlRunner): Promise<Outcome> {
    await this.write(mail, tx);
    return stored(mail.deliveryId);
  }
}

interface SqlRunner {
  query(sql: string, parameters?: unknown[]): Promise<unknown>;
}

const INSERT = 'insert into spy (subject) values ($1)';
const spies = (handler: InboundMailHandler): readonly PortPromise[] =>
  inboundMailContract(async () => ({
    handler,
    dataSource,
    stored: (manager) => manager.query('select subject from spy order by subject'),
  }));

// A kit that finds nothing would pass everything.
describe('the contracts find', () => {
  beforeEach(() => dataSource.query('truncate spy'));

  it('nothing about an intake that writes through tx', async () => {
    const honest = new SpyIntake((mail, tx) => tx.query(INSERT, [mail.subject]));
    await expect(keepsContract(spies(honest))).resolves.toBeUndefined();
  });

  it('an intake that writes past tx', async () => {
    const leaky = new SpyIntake((mail) => dataSource.query(INSERT, [mail.subject]));
    await expect(keepsContract(spies(leaky))).rejects.toThrow(/past tx/);
  });

  it('an intake that remembers a mail that was rolled back', async () => {
    const seen = new Set<string>();
    const forgetful = new SpyIntake(async (mail, tx) => {
      if (!seen.has(mail.deliveryId)) await tx.query(INSERT, [mail.subject]);
      seen.add(mail.deliveryId);
    });
    await expect(keepsContract(spies(forgetful))).rejects.toThrow(/left a trace/);
  });

  it('a group that is taken otherwise than each mail', async () => {
    const odd = new SpyIntake((mail, tx) => tx.query(INSERT, [mail.subject]));
    const handleMany = async (mails: readonly InboundMail[]) => mails.map(() => stored('x'));
    await expect(keepsContract(spies(Object.assign(odd, { handleMany })))).rejects.toThrow(/something else/);
  });

  it('a key that is too short, and one that is gone tomorrow', async () => {
    const ring = (bytes: () => Buffer): KeyRing => {
      const key = { id: 'k', bytes: bytes() };
      return { current: () => key, byId: (id) => (id === 'k' ? key : undefined) };
    };
    const short = keyRingContract(() => ring(() => Buffer.alloc(16)));
    await expect(keepsContract(short)).rejects.toThrow(/32 bytes/);
    let made = 0;
    const other = keyRingContract(() => ring(() => Buffer.alloc(32, made++)));
    await expect(keepsContract(other)).rejects.toMatchObject({ code: 'secret-unreadable' });
  });

  it('an access that lets visitors administer, and an audience that nobody hears', async () => {
    const access = {
      actorOf: async (request: unknown) => (typeof request === 'string' ? { id: request, name: 'x' } : null),
      actorById: async (id: string) => (id.startsWith('nobody') ? null : { id, name: 'x' }),
      mayAdminister: async () => true,
    };
    const lax = adminAccessContract(async () => ({ access, admin: 'a', visitor: 'b', stranger: null }));
    await expect(keepsContract(lax)).rejects.toThrow(/the visitor may/);
    class Deaf extends BannerAudience {
      override async announce(): Promise<void> {}
    }
    const deaf = bannerAudienceContract(async () => ({ audience: new Deaf(), timesHeard: () => 0 }));
    await expect(keepsContract(deaf)).rejects.toThrow(/nobody heard/);
  });

  it('a clock that goes backwards', async () => {
    let at = 1_000;
    const backwards = clockContract(() => ({ now: () => new Date(at--) }));
    await expect(keepsContract(backwards)).rejects.toThrow(/backwards/);
  });
});
