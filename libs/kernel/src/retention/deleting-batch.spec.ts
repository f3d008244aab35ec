import { type EntityManager } from 'typeorm';
import { type Database } from '../database/database.js';
import { deletingBatch } from './deleting-batch.js';

const tx = {} as EntityManager;
const step = { days: 30, limit: 10, after: null };
const OLD = { sql: 'old' };
const MANY = { sql: 'many', keptRows: 1_000 };

/** A database in which each statement finds so many rows, and which notes what it was asked. */
function finding(found: Readonly<Record<string, number>>) {
  const asked: unknown[] = [];
  const query = (sql: string, parameters: unknown[], given: EntityManager) => {
    asked.push([sql, parameters, given === tx]);
    return Promise.resolve({ rows: [], affected: found[sql] ?? 0 });
  };
  return { database: { query } as unknown as Database, asked };
}

it('asks each statement for what is kept and for how many, in the transaction', async () => {
  const { database, asked } = finding({});
  await deletingBatch(database, OLD, MANY)(step, tx);
  expect(asked).toEqual([
    ['old', [30, 10], true],
    ['many', [1_000, 10], true],
  ]);
});

it.each([
  [
    { old: 0, many: 0 },
    { removed: 0, after: null },
  ],
  [
    { old: 9, many: 3 },
    { removed: 12, after: null },
  ],
  [
    { old: 10, many: 0 },
    { removed: 10, after: 'more' },
  ],
  [
    { old: 0, many: 10 },
    { removed: 10, after: 'more' },
  ],
])('having found %j comes to %j', async (found, swept) => {
  expect(await deletingBatch(finding(found).database, OLD, MANY)(step, tx)).toEqual(swept);
});
