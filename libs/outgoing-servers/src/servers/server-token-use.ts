import { Injectable, type OnModuleInit } from '@nestjs/common';
import { TokenUse, TokenUses } from '@mailroom/oauth-tokens';

/** Says which servers sign in with a token: they keep it from being deleted. */
@Injectable()
export class ServerTokenUse extends TokenUse implements OnModuleInit {
  override readonly kind = 'server';
  override readonly rows = `select token_id, id, name, state = 'live' as live from mailroom.outgoing_server`;

  constructor(private readonly uses: TokenUses) {
    super();
  }

  onModuleInit(): void {
    this.uses.register(this);
  }
}
