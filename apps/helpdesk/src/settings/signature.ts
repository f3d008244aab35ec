import { createHmac, timingSafeEqual } from 'node:crypto';

/** HMAC-SHA256 of `text`, hex, for one `purpose`: what was signed for one thing proves nothing for another. */
export function sign(secret: string, purpose: string, text: string): string {
  return createHmac('sha256', secret).update(`${purpose}\n${text}`).digest('hex');
}

/** True when both are equal; takes as long for a near miss as for a wild guess. */
export function sameSignature(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
