import { QueryFailedError, type EntityManager } from 'typeorm';

/** As much of node-postgres as a prepared statement needs. */
interface Client {
  query<Row>(statement: { name: string; text: string; values: readonly unknown[] }): Promise<{ rows: Row[] }>;
}

/** A statement that PostgreSQL plans once for each connection, under this name. */
export interface Prepared {
  readonly name: string;
  readonly text: string;
}

/**
 * Runs a prepared statement in the transaction: planning the statements of the intake takes longer than running them for
 * one mail. Not for a database behind a pooler that knows no prepared statements. Throws QueryFailedError, as
 * `EntityManager.query` does.
 */
export async function runPrepared<Row>(
  tx: EntityManager,
  { name, text }: Prepared,
  values: readonly unknown[],
): Promise<Row[]> {
  const client = (await tx.queryRunner?.connect()) as Client;
  try {
    return (await client.query<Row>({ name, text, values })).rows;
  } catch (error) {
    throw new QueryFailedError(text, [...values], error as Error);
  }
}
