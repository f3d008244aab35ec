import { z } from 'zod';
import type { MailReport, ReportedRecipient } from '../../inbound-mail/inbound-mail.js';
import { messageIds } from '../message-ids.js';
import type { ReportSource } from './report-source.js';

const LONGEST = 262_144;
const Address = z.string().max(320);
const Recipients = z.array(
  z.object({
    emailAddress: Address,
    status: z.string().max(20).optional(),
    diagnosticCode: z.string().optional(),
  }),
);
const Notification = z.object({
  notificationType: z.enum(['Bounce', 'Complaint', 'Delivery']).optional(),
  eventType: z.enum(['Bounce', 'Complaint', 'Delivery']).optional(),
  bounce: z.object({ bouncedRecipients: Recipients }).optional(),
  complaint: z.object({ complainedRecipients: Recipients }).optional(),
  delivery: z.object({ recipients: z.array(Address) }).optional(),
  mail: z.object({ commonHeaders: z.object({ messageId: z.string().optional() }).optional() }).optional(),
});

/**
 * The notification of Amazon SES in a mail from SNS: JSON, with SNS's own words below it; null where there is none
 * (docs.aws.amazon.com/ses/latest/dg/notification-contents.html).
 */
export function sesReport({ text }: Pick<ReportSource, 'text'>): MailReport | null {
  const said = Notification.safeParse(unwrapped(jsonIn(text())));
  if (!said.success) return null;
  const { notificationType, eventType, bounce, complaint, delivery, mail } = said.data;
  const [originalMessageId = null] = messageIds([mail?.commonHeaders?.messageId ?? '']);
  const report = { originalMessageId, originalReferences: [] };
  switch (notificationType ?? eventType) {
    case 'Bounce':
      return { kind: 'bounce', recipients: recipientsOf(bounce?.bouncedRecipients, 'failed'), ...report };
    case 'Complaint':
      return {
        kind: 'complaint',
        recipients: recipientsOf(complaint?.complainedRecipients, null),
        ...report,
      };
    case 'Delivery': {
      const delivered = delivery?.recipients.map((emailAddress) => ({ emailAddress }));
      return { kind: 'delivered', recipients: recipientsOf(delivered, 'delivered'), ...report };
    }
    case undefined:
      return null;
  }
}

function jsonIn(text: string): unknown {
  // Old sendmail breaks lines that are too long with this mark.
  const written = text.slice(0, LONGEST).replaceAll(/!\r?\n /g, '');
  try {
    return JSON.parse(written.slice(written.indexOf('{'), written.lastIndexOf('}') + 1)) as unknown;
  } catch {
    return null;
  }
}

const Envelope = z.object({ Type: z.literal('Notification'), Message: z.string() });

// Unless raw delivery is on, the notification is a string of JSON in JSON.
function unwrapped(json: unknown): unknown {
  const envelope = Envelope.safeParse(json);
  return envelope.success ? jsonIn(envelope.data.Message) : json;
}

function recipientsOf(
  recipients: z.infer<typeof Recipients> = [],
  action: ReportedRecipient['action'],
): ReportedRecipient[] {
  return recipients.map(({ emailAddress, status = null, diagnosticCode = null }) => ({
    address: emailAddress,
    original: null,
    action,
    status,
    diagnostic: diagnosticCode?.slice(0, 1_000) ?? null,
  }));
}
