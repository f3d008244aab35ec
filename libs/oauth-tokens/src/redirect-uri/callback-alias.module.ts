import { Module } from '@nestjs/common';
import { OAuthTokensModule } from '../oauth-tokens.module.js';
import { CallbackAliasController } from './callback-alias.controller.js';

/** Callback paths of other products. Apart from the rest, because it must not be mounted below Mailroom's own path. */
@Module({ imports: [OAuthTokensModule], controllers: [CallbackAliasController] })
export class CallbackAliasModule {}
