import { Body, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { AdminController, CurrentActor, type Actor } from '@mailroom/kernel';
import { z } from 'zod';
import { RequestToken } from '../grants/request-token.js';
import { newTokenSchema, type NewToken } from '../grants/token-input.js';
import { DisconnectToken } from '../removal/disconnect-token.js';
import { RemoveToken } from '../removal/remove-token.js';
import { RefreshNow } from './refresh-now.js';
import {
  tokenPageSchema,
  tokenSchema,
  disconnectedTokenSchema,
  type Token,
  type TokenPage,
} from './token-answer.js';
import { TokenList } from './token-list.js';
import { tokenQuerySchema, type TokenQuery } from './token-query.js';

const idSchema = z.uuid();

/** What consents hold, without what opens doors. */
@AdminController('api/tokens')
export class TokensController {
  constructor(
    private readonly tokens: TokenList,
    private readonly refresh: RefreshNow,
    private readonly request: RequestToken,
    private readonly disconnection: DisconnectToken,
    private readonly removal: RemoveToken,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listTokens' })
  @ApiOkResponse({ standardSchema: tokenPageSchema })
  async list(@Query({ schema: tokenQuerySchema }) query: TokenQuery): Promise<TokenPage> {
    return this.tokens.page(query);
  }

  @Get(':id')
  @ApiOperation({ operationId: 'getToken' })
  @ApiOkResponse({ standardSchema: tokenSchema })
  async get(@Param('id', { schema: idSchema }) id: string): Promise<Token> {
    return this.tokens.get(id);
  }

  /** Asks for a token in whose flow nobody consents. */
  @Post()
  @ApiOperation({ operationId: 'requestToken' })
  @ApiCreatedResponse({ standardSchema: tokenSchema })
  async create(
    @Body({ schema: newTokenSchema }) body: NewToken,
    @CurrentActor() actor: Actor,
  ): Promise<Token> {
    return this.get(await this.request.run(body, actor));
  }

  /** Refreshes now, however good the token is and however early after a failure; the answer says what came of it. */
  @Post(':id/refresh')
  @HttpCode(200)
  @ApiOperation({ operationId: 'refreshToken' })
  @ApiOkResponse({ standardSchema: tokenSchema })
  async refreshNow(@Param('id', { schema: idSchema }) id: string): Promise<Token> {
    return this.refresh.run(id);
  }

  /** Lets go of the grant, at the provider too where that can be told; accounts and servers keep their token. */
  @Post(':id/disconnect')
  @HttpCode(200)
  @ApiOperation({ operationId: 'disconnectToken' })
  @ApiOkResponse({ standardSchema: disconnectedTokenSchema })
  async disconnect(
    @Param('id', { schema: idSchema }) id: string,
    @CurrentActor() actor: Actor,
  ): Promise<z.infer<typeof disconnectedTokenSchema>> {
    const revocation = await this.disconnection.run(id, actor);
    return { revocation, token: await this.get(id) };
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'deleteToken' })
  @ApiNoContentResponse()
  async remove(@Param('id', { schema: idSchema }) id: string, @CurrentActor() actor: Actor): Promise<void> {
    await this.removal.run(id, actor);
  }
}
