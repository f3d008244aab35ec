import { createHmac, randomBytes } from 'node:crypto';
import { Secret } from '@mailroom/kernel';

const PREFIX = 'whsec_';

/** A new signing secret as the Standard Webhooks specification writes it: `whsec_` and base64 of 32 random bytes. */
export function newWebhookSecret(): Secret {
  return Secret.of(PREFIX + randomBytes(32).toString('base64'));
}

/** What is signed, and sent: `timestamp` in whole seconds since 1970. */
export interface SignedParts {
  readonly id: string;
  readonly timestamp: number;
  readonly body: string;
}

/**
 * The header `webhook-signature` of Standard Webhooks: `v1,<base64 of HMAC-SHA256 over id.timestamp.body>`, one for each secret that is
 * valid just now, with a space between.
 */
export function webhookSignature(secrets: readonly Secret[], { id, timestamp, body }: SignedParts): string {
  return secrets
    .map((secret) => {
      const key = Buffer.from(secret.reveal().slice(PREFIX.length), 'base64');
      return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
    })
    .join(' ');
}
