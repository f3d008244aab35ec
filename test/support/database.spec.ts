import pg from 'pg';
import { freshDatabase, templateDatabase } from './database.js';

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

it('gives every caller a database of its own', async () => {
  const [one, other] = await Promise.all([freshDatabase(), freshDatabase()]);
  await query(one.url, 'CREATE TABLE mine (id int)');
  expect(await query(other.url, `SELECT to_regclass('mine') AS found`)).toEqual([{ found: null }]);
  await Promise.all([one.drop(), other.drop()]);
});

it('drops it even while somebody is connected', async () => {
  const database = await freshDatabase();
  const client = new pg.Client({ connectionString: database.url });
  client.on('error', () => undefined);
  await client.connect();
  await database.drop();
  await expect(query(database.url, 'SELECT 1')).rejects.toMatchObject({ code: '3D000' });
});

it('prepares a template once, whoever asks first, and clones it', async () => {
  let prepared = 0;
  const prepare = async (url: string) => {
    prepared += 1;
    await query(url, 'CREATE TABLE ready AS SELECT 7 AS n');
  };
  const names = await Promise.all([1, 2, 3].map(() => templateDatabase(`template_${process.pid}`, prepare)));
  expect(new Set(names).size).toBe(1);
  expect(prepared).toBe(1);
  const clone = await freshDatabase({ template: names[0]! });
  expect(await query(clone.url, 'SELECT n FROM ready')).toEqual([{ n: 7 }]);
  await clone.drop();
});

it('asks for a template again when its preparation failed', async () => {
  const name = `template_failed_${process.pid}`;
  await expect(templateDatabase(name, () => Promise.reject(new Error('no luck')))).rejects.toThrow('no luck');
  await expect(templateDatabase(name, () => Promise.resolve())).resolves.toBe(name);
});
