import { answer, api } from '../api/api.js';
import { type MailRuleTrial } from '../api/shapes.js';
import { type ChainLink } from './draft-chain.js';

/** A mail to try: as it is on the disk or was pasted, or one that came in. */
export interface Trial {
  readonly accountId: string;
  readonly mail: Blob | string | null;
  readonly deliveryId: string | null;
  /** The rules as they stand on the page; without it those that are stored. */
  readonly chain?: readonly ChainLink[] | undefined;
}

/** What would happen to a mail. Nothing is stored. */
export function tryMail({ accountId, mail, deliveryId, chain }: Trial): Promise<MailRuleTrial> {
  const query = { accountId, ...(deliveryId === null ? {} : { deliveryId }) };
  const sent = deliveryId === null ? (mail ?? '') : null;
  if (chain) return post(query, mixed(chain, sent));
  if (sent !== null) return post(query, { type: 'message/rfc822', body: sent });
  return answer(api.POST('/api/mail-rules/test', { params: { query } }));
}

function post(
  query: { readonly accountId: string; readonly deliveryId?: string },
  { type, body }: { readonly type: string; readonly body: Blob | string },
): Promise<MailRuleTrial> {
  return answer(
    api.POST('/api/mail-rules/test', {
      params: { query },
      headers: { 'content-type': type },
      body: '',
      bodySerializer: () => body,
    }),
  );
}

// Rules and mail in one body (RFC 2046 section 5.1), so that a mail of many megabytes needs no coding.
function mixed(rules: readonly ChainLink[], mail: Blob | string | null) {
  const boundary = crypto.getRandomValues(new Uint32Array(6)).join('-');
  const json = ['--', boundary, '\r\nContent-Type: application/json\r\n\r\n', JSON.stringify({ rules })];
  const letter = ['\r\n--', boundary, '\r\nContent-Type: message/rfc822\r\n\r\n', mail ?? ''];
  const pieces = [...json, ...(mail === null ? [] : letter), '\r\n--', boundary, '--\r\n'];
  return { type: `multipart/mixed; boundary=${boundary}`, body: new Blob(pieces) };
}
