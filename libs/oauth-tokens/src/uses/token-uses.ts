import { Injectable } from '@nestjs/common';
import { Database } from '@mailroom/kernel';
import { type EntityManager } from 'typeorm';
import { type TokenUse, type UseOfToken } from './token-use.js';

/** Everything that stands on tokens, over all libs. Register in `onModuleInit`. */
@Injectable()
export class TokenUses {
  readonly #kinds = new Map<string, TokenUse>();

  constructor(private readonly database: Database) {}

  /** Adds a kind of use; the same kind again replaces the former. */
  register(use: TokenUse): void {
    this.#kinds.set(use.kind, use);
  }

  /** What stands on this token, each with its kind; in `tx` when given. */
  async of(tokenId: string, tx?: EntityManager): Promise<UseOfToken[]> {
    return (await this.ofMany([tokenId], tx)).get(tokenId) ?? [];
  }

  /** What stands on each of these tokens, in one statement; tokens without uses are left out. */
  async ofMany(tokenIds: readonly string[], tx?: EntityManager): Promise<Map<string, UseOfToken[]>> {
    if (tokenIds.length === 0) return new Map();
    const sql = `select token_id, kind, id, name from (${this.rows}) used where token_id = any ($1) order by kind, name, id`;
    const { rows } = await this.database.query<UseOfToken & { token_id: string }>(sql, [tokenIds], tx);
    const uses = new Map<string, UseOfToken[]>();
    for (const { token_id: tokenId, ...use } of rows) uses.set(tokenId, [...(uses.get(tokenId) ?? []), use]);
    return uses;
  }

  /** The SELECT of all uses as `token_id`, `kind`, `id`, `name`, `live`, for statements that ask more than this class. */
  get rows(): string {
    const selects = [...this.#kinds.values()].map(
      ({ kind, rows }) =>
        `select token_id, '${kind}' as kind, id::text as id, name, live from (${rows}) as "${kind}"`,
    );
    return [NONE, ...selects].join(' union all ');
  }
}

const NONE = `select null::uuid as token_id, '' as kind, '' as id, '' as name, false as live where false`;
