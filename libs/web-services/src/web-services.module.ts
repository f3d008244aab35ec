import { Module } from '@nestjs/common';
import { OAuthTokensModule } from '@mailroom/oauth-tokens';
import { CallRetention } from './call-log/call-retention.js';
import { InvokerCalls } from './call-log/invoker-calls.js';
import { RecordCall } from './call-log/record-call.js';
import { RemoteCall } from './calls/remote-call.js';
import { WebServices } from './calls/web-services.js';
import { InvokerSealedColumn } from './invokers/invoker-sealed-column.js';
import { InvokerTokenUse } from './invokers/invoker-token-use.js';
import { InvokersController } from './invokers/invokers.controller.js';
import { Invokers } from './invokers/invokers.js';
import { Trial } from './trials/trial.js';
import { MessageDesk } from './webhooks/message-desk.js';
import { Receivers } from './webhooks/receivers.js';
import { TellMessage } from './webhooks/tell-message.js';
import { WebhookHealth } from './webhooks/webhook-health.js';
import { WebhookLog } from './webhooks/webhook-log.js';
import { WebhookMeter } from './webhooks/webhook-meter.js';
import { WebhookRetention } from './webhooks/webhook-retention.js';
import { WebhookRounds } from './webhooks/webhook-rounds.js';
import { WebhookSecrets } from './webhooks/webhook-secrets.js';
import { WebhookTrouble } from './webhooks/webhook-trouble.js';
import { Webhooks } from './webhooks/webhooks.js';
import { WebhooksController } from './webhooks/webhooks.controller.js';

/** Remote web services that the host calls by name, with a token where they want one, and those that are told of events. */
@Module({
  imports: [OAuthTokensModule],
  controllers: [InvokersController, WebhooksController],
  providers: [
    WebServices,
    Invokers,
    InvokerTokenUse,
    InvokerSealedColumn,
    RemoteCall,
    RecordCall,
    InvokerCalls,
    CallRetention,
    Trial,
    MessageDesk,
    Receivers,
    TellMessage,
    WebhookHealth,
    WebhookLog,
    WebhookMeter,
    WebhookRetention,
    WebhookRounds,
    WebhookSecrets,
    WebhookTrouble,
    Webhooks,
  ],
  exports: [WebServices, Invokers, Webhooks, WebhookHealth],
})
export class WebServicesModule {}
