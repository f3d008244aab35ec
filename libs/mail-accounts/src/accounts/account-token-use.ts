import { Injectable, type OnModuleInit } from '@nestjs/common';
import { TokenUse, TokenUses } from '@mailroom/oauth-tokens';

/** Tells which accounts sign in with a token. */
@Injectable()
export class AccountTokenUse extends TokenUse implements OnModuleInit {
  override readonly kind = 'account';
  override readonly rows = `select token_id, id, name, state = 'live' as live from mailroom.mail_account`;

  constructor(private readonly uses: TokenUses) {
    super();
  }

  onModuleInit(): void {
    this.uses.register(this);
  }
}
