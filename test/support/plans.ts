import { Database } from '@mailroom/kernel';
import { type DataSource } from 'typeorm';

/** A statement as it was asked. */
export interface Asked {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly Plan[];
}

/**
 * Hears everything that is asked of the database from now on, and answers each statement about one of these tables once, as
 * it was asked last. `jest.restoreAllMocks()` ends it.
 */
export function hearStatements(tables: readonly string[]): () => Asked[] {
  const query = jest.spyOn(Database.prototype, 'query');
  const ask = jest.spyOn(Database.prototype, 'ask');
  return () => {
    const heard = new Map<string, Asked>();
    for (const [sql, parameters = []] of query.mock.calls) heard.set(sql, { sql, parameters });
    for (const [{ text: sql }, parameters = []] of ask.mock.calls) heard.set(sql, { sql, parameters });
    return [...heard.values()].filter(
      ({ sql }) =>
        /^\s*(select|with|insert|update|delete)/i.test(sql) && tables.some((table) => sql.includes(table)),
    );
  };
}

/** Which of these tables are read from end to end, and by which of the statements. */
export async function seqScans(
  database: Pick<DataSource, 'query'>,
  statements: readonly Asked[],
  tables: readonly string[],
): Promise<string[]> {
  const found: string[] = [];
  for (const { sql, parameters } of statements) {
    const rows: { 'QUERY PLAN': { Plan: Plan }[] }[] = await database.query(`explain (format json) ${sql}`, [
      ...parameters,
    ]);
    const plans = rows[0]?.['QUERY PLAN'].map(({ Plan: plan }) => plan) ?? [];
    for (const table of scanned(plans, tables))
      found.push(`${table}: ${sql.replaceAll(/\s+/g, ' ').trim().slice(0, 160)}`);
  }
  return found;
}

function scanned(plans: readonly Plan[], tables: readonly string[]): string[] {
  return plans.flatMap((plan) => {
    const table = plan['Relation Name'] ?? '';
    const here = plan['Node Type'] === 'Seq Scan' && tables.includes(table) ? [table] : [];
    return [...here, ...scanned(plan.Plans ?? [], tables)];
  });
}
