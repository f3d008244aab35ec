import { Injectable, type OnModuleInit } from '@nestjs/common';
import { KeyRotation, SecretBox, type Secret } from '@mailroom/kernel';
import { type Webhook } from './webhook.js';

/** Seals and opens signing secrets, and has them sealed anew when the keys rotate. They are bound to their row. */
@Injectable()
export class WebhookSecrets implements OnModuleInit {
  constructor(
    private readonly box: SecretBox,
    private readonly rotation: KeyRotation,
  ) {}

  onModuleInit(): void {
    for (const column of ['sealed_secret', 'sealed_former_secret'])
      this.rotation.register({
        table: 'mailroom.webhook',
        column,
        owner: { kind: 'webhook', id: 'sealed_row.id', name: 'sealed_row.url' },
        facts: { id: 'sealed_row.id' },
        placeOf: ({ id }) => place(String(id)),
      });
  }

  seal(secret: Secret, id: string): string {
    return this.box.seal(secret, place(id));
  }

  /** Those that sign at `now`, the newest first. Problems `secret-unreadable`, `encryption-key-missing`. */
  valid({ id, sealedSecret, sealedFormerSecret, formerSecretUntil }: Webhook, now: Date): readonly Secret[] {
    const former = formerSecretUntil !== null && formerSecretUntil > now ? sealedFormerSecret : null;
    return [sealedSecret, ...(former === null ? [] : [former])].map((sealed) =>
      this.box.open(sealed, place(id)),
    );
  }
}

function place(id: string): string {
  return `webhook:${id}:secret`;
}
