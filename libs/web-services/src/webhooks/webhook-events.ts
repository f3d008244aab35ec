/** Everything that a webhook can tell of. What writes them are triggers (`migrations/1764000000034-webhooks.ts`). */
export const webhookEvents = [
  'token.connected',
  'token.expiring',
  'token.expired',
  'token.reconnect-needed',
  'token.disconnected',
  'account.live',
  'account.paused',
  'account.failing',
  'account.recovered',
  'account.silent',
  'delivery.committed',
  'delivery.quarantined',
  'delivery.ignored',
  'outbox.sent',
  'outbox.failed',
  'outbox.bounced',
] as const;
export type WebhookEvent = (typeof webhookEvents)[number];

/** What an admin sends to try a webhook. */
export const TEST_EVENT = 'webhook.test';
