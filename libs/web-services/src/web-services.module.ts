import { Module } from '@nestjs/common';
import { OAuthTokensModule } from '@mailroom/oauth-tokens';
import { RemoteCall } from './calls/remote-call.js';
import { WebServices } from './calls/web-services.js';
import { InvokerSealedColumn } from './invokers/invoker-sealed-column.js';
import { InvokerTokenUse } from './invokers/invoker-token-use.js';
import { InvokersController } from './invokers/invokers.controller.js';
import { Invokers } from './invokers/invokers.js';
import { Trial } from './trials/trial.js';

/** Remote web services that the host calls by name, with a token where they want one. */
@Module({
  imports: [OAuthTokensModule],
  controllers: [InvokersController],
  providers: [WebServices, Invokers, InvokerTokenUse, InvokerSealedColumn, RemoteCall, Trial],
  exports: [WebServices, Invokers],
})
export class WebServicesModule {}
