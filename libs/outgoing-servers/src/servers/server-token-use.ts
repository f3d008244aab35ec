import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { Database } from '@mailroom/kernel';
import { TokenUse, TokenUses } from '@mailroom/oauth-tokens';

/** Says which servers sign in with a token: they keep it from being deleted. */
@Injectable()
export class ServerTokenUse extends TokenUse implements OnModuleInit {
  override readonly kind = 'server';

  constructor(
    private readonly database: Database,
    private readonly uses: TokenUses,
  ) {
    super();
  }

  onModuleInit(): void {
    this.uses.register(this);
  }

  override async usesOf(tokenId: string, tx?: EntityManager): Promise<{ id: string; name: string }[]> {
    const { rows } = await this.database.query<{ id: string; name: string }>(
      'select id, name from mailroom.outgoing_server where token_id = $1 order by name, id',
      [tokenId],
      tx,
    );
    return rows;
  }
}
