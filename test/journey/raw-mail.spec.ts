import { randomBytes, randomUUID } from 'node:crypto';
import { Database } from '@mailroom/kernel';
import { DataSource } from 'typeorm';
import { Ledger } from '../../libs/mail-accounts/src/deliveries/ledger.js';
import { pack, unpack } from '../../libs/mail-accounts/src/parsing/pack.js';
import { migrate } from '../../libs/plugin/src/start/migrate.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';

// Noise, which packing makes no smaller: none, one piece of it, several.
const MAILS = [0, 10, 30_000].map((bytes) => ({ id: randomUUID(), raw: randomBytes(bytes) }));

describe('raw mail', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(() => database.drop());

  it.each([
    ['by COPY', {}],
    ['by INSERT on a connection that pipelines, where COPY cannot be', { pipeline: true }],
  ])('comes out of the archive as it went in %s', async (_, extra) => {
    const dataSource = await new DataSource({ type: 'postgres', url: database.url, extra }).initialize();
    try {
      await migrate(dataSource);
      const ledger = new Ledger(new Database(dataSource, 2));
      const mails = MAILS.map(({ id, raw }) => ({ id, rawRows: Buffer.from(pack(raw).buffer) }));
      await dataSource.transaction(async (tx) => {
        await ledger.keepRaw(mails, tx);
        for (const { id, raw } of MAILS) {
          const rows = await tx.query<{ position: number; bytes: Buffer }[]>(
            'select position, bytes from mailroom.raw_mail where delivery_id = $1 order by position',
            [id],
          );
          expect(rows.map(({ position }) => position)).toEqual(raw.length > 10_000 ? [0, 1, 2, 3] : [0]);
          expect((await unpack(Buffer.concat(rows.map(({ bytes }) => bytes)))).equals(raw)).toBe(true);
        }
        await tx.query('delete from mailroom.raw_mail');
      });
    } finally {
      await dataSource.destroy();
    }
  });
});
