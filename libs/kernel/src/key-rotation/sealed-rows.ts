import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { type SealedColumn } from './sealed-column.js';

const BATCH = 100;

/** A row whose envelope is of another key than the one asked for. */
export interface SealedRow {
  readonly id: string;
  readonly envelope: string;
  /** Null for what is no envelope. */
  readonly keyId: string | null;
  readonly owner: { readonly id: string; readonly name: string };
  readonly facts: Readonly<Record<string, string | number | null>>;
  readonly busy: boolean;
}

/** The SQL of envelopes: counts them by key, walks those of other keys, and puts new ones in their place. */
@Injectable()
export class SealedRows {
  constructor(private readonly database: Database) {}

  /** How many envelopes of this column each key holds; null for what is no envelope. */
  async count(column: SealedColumn): Promise<{ keyId: string | null; count: number }[]> {
    const { rows } = await this.database.query<{ key_id: string | null; count: number }>(
      `select ${keyIdOf(column)} as key_id, count(*)::integer as count
         from ${column.table} sealed_row where ${filled(column)} group by 1`,
    );
    return rows.map(({ key_id: keyId, count }) => ({ keyId, count }));
  }

  /** Every row of another key than `keyId`, in batches of 100 by id: each is seen once, whatever happens meanwhile. */
  async *othersThan(keyId: string, column: SealedColumn): AsyncGenerator<SealedRow[]> {
    let after: string | null = null;
    for (;;) {
      const { rows }: { rows: FoundRow[] } = await this.database.query<FoundRow>(walk(column), [
        keyId,
        after,
        BATCH,
      ]);
      const last = rows.at(-1);
      if (!last) return;
      yield rows.map(rowOf);
      after = last.id;
    }
  }

  /** Puts `fresh` where `former` stands. False when it no longer does or somebody works with it: then it stays. */
  async replace(column: SealedColumn, id: string, former: string, fresh: string): Promise<boolean> {
    const { affected } = await this.database.query(
      `update ${column.table} sealed_row set ${column.column} = $3
        where id = $1 and ${column.column} = $2 and not ${busy(column)}`,
      [id, former, fresh],
    );
    return affected > 0;
  }
}

interface FoundRow {
  readonly id: string;
  readonly envelope: string;
  readonly key_id: string | null;
  readonly owner_id: string;
  readonly owner_name: string;
  readonly facts: Readonly<Record<string, string | number | null>>;
  readonly busy: boolean;
}

function rowOf({
  id,
  envelope,
  key_id: keyId,
  owner_id,
  owner_name,
  facts,
  busy: held,
}: FoundRow): SealedRow {
  return { id, envelope, keyId, facts, busy: held, owner: { id: owner_id, name: owner_name } };
}

function walk(column: SealedColumn): string {
  const facts = Object.entries(column.facts).map(([name, sql]) => `'${name}', ${sql}`);
  return `
    select id, ${column.column} as envelope, ${keyIdOf(column)} as key_id,
           (${column.owner.id})::text as owner_id, coalesce(${column.owner.name}, '') as owner_name,
           jsonb_build_object(${facts.join(', ')}) as facts, ${busy(column)} as busy
      from ${column.table} sealed_row
     where ${filled(column)} and ${keyIdOf(column)} is distinct from $1 and ($2::uuid is null or id > $2)
     order by id limit $3`;
}

// What stands between the first and the last dot, as SecretBox reads it: a key's id may have dots of its own.
function keyIdOf({ column }: SealedColumn): string {
  return `substring(sealed_row.${column} from '^v1\\.(.+)\\.[^.]*$')`;
}

// An empty text is what is left of a secret that was used up.
function filled({ column }: SealedColumn): string {
  return `sealed_row.${column} <> ''`;
}

function busy(column: SealedColumn): string {
  return column.busy === undefined ? 'false' : `coalesce((${column.busy}), false)`;
}
