import { Body, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { AdminController, CurrentActor, type Actor } from '@mailroom/kernel';
import { z } from 'zod';
import {
  authorizationSchema,
  begunAuthorizationSchema,
  newAuthorizationSchema,
  type Authorization,
  type NewAuthorization,
} from './authorization-input.js';
import { Authorizations } from './authorizations.js';

const idSchema = z.uuid();

/** Beginning an authorization, and how it ended. */
@AdminController('api/authorizations')
export class AuthorizationsController {
  constructor(
    private readonly authorizations: Authorizations,
    private readonly adapterHost: HttpAdapterHost,
  ) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({ operationId: 'beginAuthorization' })
  @ApiOkResponse({ standardSchema: begunAuthorizationSchema })
  async begin(
    @Body({ schema: newAuthorizationSchema }) body: NewAuthorization,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) response: unknown,
  ): Promise<z.infer<typeof begunAuthorizationSchema>> {
    const { redirectTo, cookie } = await this.authorizations.begin(body, actor);
    this.adapterHost.httpAdapter.appendHeader?.(response, 'set-cookie', cookie);
    return { redirectTo };
  }

  @Get(':id')
  @ApiOperation({ operationId: 'getAuthorization' })
  @ApiOkResponse({ standardSchema: authorizationSchema })
  async get(@Param('id', { schema: idSchema }) id: string): Promise<Authorization> {
    return this.authorizations.get(id);
  }
}
