import { randomBytes } from 'node:crypto';
import { sameSignature, sign } from '../settings/signature.js';

const PURPOSE = 'message-id';
const NONCE_BYTES = 8;
const SIGNATURE_DIGITS = 32;
const SHAPE = /^<ticket\.(\d{1,10})\.([0-9a-f]{16})\.([0-9a-f]{32})@[^<>\s@]+>$/i;
/** The largest number a ticket can have (PostgreSQL integer). */
const LARGEST_NUMBER = 2_147_483_647;

/**
 * A Message-ID that only we can have made: `<ticket.<number>.<nonce>.<hmac>@domain>`. Who answers a mail that carries
 * it has read that mail. Lower-case hex only, so that a gateway that folds case breaks nothing.
 */
export function signedMessageId(secret: string, ticket: number, domain: string): string {
  const nonce = randomBytes(NONCE_BYTES).toString('hex');
  return `<ticket.${ticket}.${nonce}.${signatureOf(secret, ticket, nonce)}@${domain}>`;
}

/** The ticket that a Message-ID of ours belongs to; null for everybody else's and for forged ones. */
export function ticketOfMessageId(secret: string, messageId: string): number | null {
  const [, digits = '', nonce = '', signature = ''] = SHAPE.exec(messageId) ?? [];
  const ticket = Number(digits);
  if (digits === '' || ticket > LARGEST_NUMBER) return null;
  const expected = signatureOf(secret, ticket, nonce.toLowerCase());
  return sameSignature(signature.toLowerCase(), expected) ? ticket : null;
}

/** The tickets that a subject names as `[#1042]`, in order of appearance. */
export function ticketsInSubject(subject: string): number[] {
  return [...subject.matchAll(/\[#(\d{1,10})\]/g)]
    .map(([, digits]) => Number(digits))
    .filter((number) => number <= LARGEST_NUMBER);
}

function signatureOf(secret: string, ticket: number, nonce: string): string {
  return sign(secret, PURPOSE, `${ticket}.${nonce}`).slice(0, SIGNATURE_DIGITS);
}
