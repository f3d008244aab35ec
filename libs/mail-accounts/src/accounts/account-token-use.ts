import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '@mailroom/kernel';
import { TokenUse, TokenUses, type UseOfToken } from '@mailroom/oauth-tokens';
import { type EntityManager } from 'typeorm';

/** Tells which accounts sign in with a token. */
@Injectable()
export class AccountTokenUse extends TokenUse implements OnModuleInit {
  override readonly kind = 'account';

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
    const sql = 'select id, name from mailroom.mail_account where token_id = $1 order by name, id';
    return (await this.database.query<UseOfToken>(sql, [tokenId], tx)).rows;
  }
}
