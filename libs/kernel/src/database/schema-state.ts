import { type Database } from './database.js';

/** The migrations of this version against those that the ledger says have run. The plugin, which has them, provides it. */
export class SchemaState {
  constructor(
    private readonly database: Database,
    private readonly known: readonly string[],
  ) {}

  /** Names that this version does not know (a newer one was here), names that have not run, and how many there are. */
  async compare(): Promise<{ newer: string[]; missing: string[]; known: number }> {
    const { rows } = await this.database.query<{ name: string }>(
      'select name from mailroom.migration_ledger',
    );
    const ran = new Set(rows.map(({ name }) => name));
    return {
      newer: [...ran].filter((name) => !this.known.includes(name)),
      missing: this.known.filter((name) => !ran.has(name)),
      known: this.known.length,
    };
  }
}
