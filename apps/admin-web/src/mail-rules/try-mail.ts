import { answer, api } from '../api/api.js';
import { type MailRuleTrial } from '../api/shapes.js';

/** A mail to try: as it is on the disk or was pasted, or one that came in. */
export interface Trial {
  readonly accountId: string;
  readonly mail: Blob | string | null;
  readonly deliveryId: string | null;
}

/** What would happen to a mail. Nothing is stored. */
export function tryMail({ accountId, mail, deliveryId }: Trial): Promise<MailRuleTrial> {
  const query = { accountId, ...(deliveryId === null ? {} : { deliveryId }) };
  if (deliveryId !== null) return answer(api.POST('/api/mail-rules/test', { params: { query } }));
  return answer(
    api.POST('/api/mail-rules/test', {
      params: { query },
      headers: { 'content-type': 'message/rfc822' },
      body: '',
      bodySerializer: () => mail ?? '',
    }),
  );
}
