import { type Webhook } from '../api/shapes.js';
import { words } from '../i18n/words.js';

const { webhooks } = words;

/** The fields of the form. */
export interface WebhookFields {
  description: string;
  url: string;
  events: Webhook['events'];
  caCertificate: string;
}

/** Every event by its group, in the order in which things happen. */
export const eventGroups = {
  token: [
    'token.connected',
    'token.expiring',
    'token.expired',
    'token.reconnect-needed',
    'token.disconnected',
  ],
  account: ['account.live', 'account.paused', 'account.failing', 'account.recovered', 'account.silent'],
  delivery: ['delivery.committed', 'delivery.quarantined', 'delivery.ignored'],
  outbox: ['outbox.sent', 'outbox.failed', 'outbox.bounced'],
} as const satisfies Record<string, Webhook['events']>;

/** A form to begin with: what most people want to hear of is chosen. */
export const emptyWebhook: WebhookFields = {
  description: '',
  url: '',
  events: [
    'token.reconnect-needed',
    'account.failing',
    'account.recovered',
    'delivery.quarantined',
    'outbox.failed',
  ],
  caCertificate: '',
};

export function fieldsOf({ description, url, events, caCertificate }: Webhook): WebhookFields {
  return { description, url, events, caCertificate: caCertificate ?? '' };
}

/** The fields as the API takes them. */
export function webhookInput({ caCertificate, ...fields }: WebhookFields) {
  return { ...fields, caCertificate: caCertificate.trim() === '' ? null : caCertificate };
}

/** What a form may not leave open. */
export const validWebhook = {
  description: (text: string) => (text.trim() === '' ? webhooks.descriptionMissing : null),
  url: (text: string) => (/^https?:\/\/\S+$/.test(text.trim()) ? null : webhooks.urlMissing),
  events: (events: Webhook['events']) => (events.length === 0 ? webhooks.eventsMissing : null),
};
