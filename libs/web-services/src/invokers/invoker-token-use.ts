import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { Database } from '@mailroom/kernel';
import { TokenUse, TokenUses, type UseOfToken } from '@mailroom/oauth-tokens';

/** Says which invokers call with a token: they keep it from being deleted. */
@Injectable()
export class InvokerTokenUse extends TokenUse implements OnModuleInit {
  override readonly kind = 'invoker';

  constructor(
    private readonly database: Database,
    private readonly uses: TokenUses,
  ) {
    super();
  }

  onModuleInit(): void {
    this.uses.register(this);
  }

  override async usesOf(tokenId: string, tx?: EntityManager): Promise<readonly UseOfToken[]> {
    const sql = 'select id, name from mailroom.web_service_invoker where token_id = $1 order by name, id';
    return (await this.database.query<UseOfToken>(sql, [tokenId], tx)).rows;
  }
}
