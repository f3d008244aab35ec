import { Injectable, type OnModuleInit } from '@nestjs/common';
import { TokenUse, TokenUses } from '@mailroom/oauth-tokens';

/** Says which invokers call with a token: they keep it from being deleted. */
@Injectable()
export class InvokerTokenUse extends TokenUse implements OnModuleInit {
  override readonly kind = 'invoker';
  override readonly rows = `select token_id, id, name, state = 'live' as live from mailroom.web_service_invoker`;

  constructor(private readonly uses: TokenUses) {
    super();
  }

  onModuleInit(): void {
    this.uses.register(this);
  }
}
