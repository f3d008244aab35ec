import { Injectable } from '@nestjs/common';
import { StoredTokens } from './stored-tokens.js';
import { type Token } from './token-answer.js';
import { TokenList } from './token-list.js';
import { TokenRefresh } from './token-refresh.js';

/** An admin wants a token refreshed now, however good it is and however early after a failure. */
@Injectable()
export class RefreshNow {
  constructor(
    private readonly stored: StoredTokens,
    private readonly refresh: TokenRefresh,
    private readonly tokens: TokenList,
  ) {}

  /** Tries once; the answer says what came of it. Problem `token-not-found`. */
  async run(tokenId: string): Promise<Token> {
    await this.refresh.attempt(await this.stored.get(tokenId), true);
    return this.tokens.get(tokenId);
  }
}
