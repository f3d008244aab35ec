import { InvokerCall } from './call-log/invoker-call.js';
import { Invoker } from './invokers/invoker.js';
import { Webhook, WebhookMessage } from './webhooks/webhook.js';

/** What TypeORM has to know of this lib. */
export const webServicesEntities = [Invoker, InvokerCall, Webhook, WebhookMessage];

export { WebServicesModule } from './web-services.module.js';
export { WebServices, type InvokeOptions, type WebServiceAnswer } from './calls/web-services.js';
export { type Payload } from './templates/payload.js';
export { Invokers } from './invokers/invokers.js';
export { Webhooks } from './webhooks/webhooks.js';
export { WebhookHealth, type WebhookHealthRow } from './webhooks/webhook-health.js';
export { webhookEvents } from './webhooks/webhook-events.js';
export { webServicesProblem, webServicesProblemKinds } from './web-services-problems.js';
export { webServicesAuditActions } from './web-services-audit.js';
