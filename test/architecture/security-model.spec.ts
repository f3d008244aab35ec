import { readFileSync } from 'node:fs';
import { DataSource } from 'typeorm';
import { migrate } from '../../libs/plugin/src/start/migrate.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';

const page = readFileSync(new URL('../../SECURITY.md', import.meta.url), 'utf8');

// Whoever looks after backups goes by this list.
describe('what the security model says of the database', () => {
  let database: TestDatabase;
  let dataSource: DataSource;

  beforeAll(async () => {
    database = await freshDatabase();
    dataSource = await new DataSource({ type: 'postgres', url: database.url }).initialize();
    await migrate(dataSource);
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  const columnsLike = async (pattern: string): Promise<string[]> => {
    const rows: { name: string }[] = await dataSource.query(
      `select table_name || '.' || column_name as name from information_schema.columns
       where table_schema = 'mailroom' and column_name ~ $1`,
      [pattern],
    );
    return rows.map(({ name }) => name).toSorted();
  };
  const listed = (row: string): string[] => {
    const [, cell = ''] = new RegExp(`^\\| ${row} +\\| (.+?) *\\|$`, 'm').exec(page) ?? [];
    return [...cell.matchAll(/`([a-z_.]+)`/g)].map(([, name = '']) => name).toSorted();
  };

  it('names every column that is sealed', async () => {
    const sealed = [
      'Client secrets',
      'Private keys',
      'Tokens',
      'Passwords',
      'Secret headers',
      'Webhook secrets',
      'PKCE verifiers',
    ];
    expect(sealed.flatMap(listed).toSorted()).toEqual(await columnsLike('^sealed'));
  });

  it('names tables that there are, where it says that nothing is sealed', async () => {
    const open = ['Mail that came', 'Mail that leaves', 'Who and where', 'Traces'].flatMap(listed);
    const rows: { name: string }[] = await dataSource.query(
      `select table_name as name from information_schema.tables where table_schema = 'mailroom'`,
    );
    expect(open.length).toBeGreaterThan(6);
    expect(open.filter((name) => !rows.some((row) => row.name === name))).toEqual([]);
  });
});
