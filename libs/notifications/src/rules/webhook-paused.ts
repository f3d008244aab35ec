import { type WebhookHealthRow } from '@mailroom/web-services';
import { type Finding } from '../banners/banner.js';

/** Mailroom has stopped telling a webhook: it failed for two days, or said that it is gone. Somebody has to look. */
export function webhookPaused({
  webhookId,
  description,
  pausedBecause,
  code,
  failingSince,
}: WebhookHealthRow): Finding {
  return {
    kind: 'webhook-paused',
    cause: `webhook:${webhookId}`,
    severity: 'warning',
    params: {
      webhook: description,
      because: pausedBecause,
      code,
      since: failingSince?.toISOString() ?? null,
    },
    action: { kind: 'open', path: `webhooks/${webhookId}` },
  };
}
