import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { parseMail, type InboundMail } from '@mailroom/mail-accounts';
import { aMessage, type Letter } from './a-message.js';

/**
 * A mail as `InboundMailHandler.handle` gets it: the letter's bytes (or bytes of your own), read as Mailroom reads mail. What an
 * account, rules or headers would say besides goes into `changes`.
 */
export async function anInboundMail(
  letter: Letter | Uint8Array = {},
  changes: Partial<InboundMail> = {},
): Promise<InboundMail> {
  const bytes = letter instanceof Uint8Array ? Buffer.from(letter) : await aMessage(letter);
  const parsed = await parseMail(bytes);
  assert.ok(parsed, 'these bytes are no mail');
  return {
    ...parsed,
    deliveryId: randomUUID(),
    account: { id: randomUUID(), name: 'Support', address: 'support@desk.test', destination: null },
    destination: null,
    dispatchedBy: 'account',
    tags: [],
    control: null,
    authentication: null,
    receivedAt: parsed.date ?? new Date(0),
    historic: false,
    size: bytes.length,
    duplicateOf: null,
    ...changes,
  };
}
