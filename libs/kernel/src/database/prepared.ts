/** A statement that PostgreSQL plans once for each connection, under this name. */
export interface Prepared {
  readonly name: string;
  readonly text: string;
}

/** As much of node-postgres as statements need. */
export interface PreparingClient {
  query(statement: {
    name?: string;
    text: string;
    values: readonly unknown[];
  }): Promise<{ rows: unknown[]; rowCount: number | null }>;
}

// invalid_sql_statement_name, duplicate_prepared_statement: a pooler in between gave us another server connection.
const POOLER = new Set(['26000', '42P05']);

/**
 * Runs prepared statements, and goes on without preparing them when a pooler turns out to stand in between: such a
 * statement has not been run, so it may be asked again. Only outside of transactions.
 */
export class PreparedStatements {
  #prepares = true;

  async run(
    client: PreparingClient,
    { name, text }: Prepared,
    values: readonly unknown[],
  ): Promise<{ rows: unknown[]; rowCount: number | null }> {
    if (!this.#prepares) return client.query({ text, values });
    try {
      return await client.query({ name, text, values });
    } catch (error) {
      if (!POOLER.has((error as { code?: string }).code ?? '')) throw error;
      this.#prepares = false;
      return client.query({ text, values });
    }
  }
}
