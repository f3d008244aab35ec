import { Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { AdminController, Clock } from '@mailroom/kernel';
import { z } from 'zod';
import { RemoveToken } from '../removal/remove-token.js';
import { StoredTokens } from './stored-tokens.js';
import { tokenAnswer, tokenListSchema, tokenSchema, type Token } from './token-answer.js';
import { TokenRefresh } from './token-refresh.js';

const idSchema = z.uuid();

/** What consents hold, without what opens doors. */
@AdminController('api/tokens')
export class TokensController {
  constructor(
    private readonly stored: StoredTokens,
    private readonly refresh: TokenRefresh,
    private readonly removal: RemoveToken,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listTokens' })
  @ApiOkResponse({ standardSchema: tokenListSchema })
  async list(): Promise<{ items: Token[] }> {
    const now = this.clock.now();
    return { items: (await this.stored.all()).map((found) => tokenAnswer(found, now)) };
  }

  @Get(':id')
  @ApiOperation({ operationId: 'getToken' })
  @ApiOkResponse({ standardSchema: tokenSchema })
  async get(@Param('id', { schema: idSchema }) id: string): Promise<Token> {
    return tokenAnswer(await this.stored.get(id), this.clock.now());
  }

  /** Refreshes now, however good the token is and however early after a failure; the answer says what came of it. */
  @Post(':id/refresh')
  @HttpCode(200)
  @ApiOperation({ operationId: 'refreshToken' })
  @ApiOkResponse({ standardSchema: tokenSchema })
  async refreshNow(@Param('id', { schema: idSchema }) id: string): Promise<Token> {
    await this.refresh.attempt((await this.stored.get(id)).token, true);
    return this.get(id);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'deleteToken' })
  @ApiNoContentResponse()
  async remove(@Param('id', { schema: idSchema }) id: string): Promise<void> {
    await this.removal.run(id);
  }
}
