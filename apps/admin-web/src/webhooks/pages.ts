export { NewWebhookPage } from './new-webhook-page.js';
export { WebhookPage } from './webhook-page.js';
export { WebhooksPage } from './webhooks-page.js';
