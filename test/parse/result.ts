import type { ParsedMail } from '@mailroom/mail-accounts';
import { replyText } from '../../libs/mail-accounts/src/archive/reply/reply-text.js';
import { plainText } from '../../libs/mail-accounts/src/parsing/plain-text.js';

/** What was read of a message, in the form that collections of mail with expected results compare. */
export function resultOf(id: string, mail: ParsedMail | null, threadId: string): object {
  if (!mail) return { id, error: 'not even its headers can be read' };
  const { report, automaticReply, automatic } = mail;
  return {
    id,
    subject: mail.subject,
    from_address: mail.from?.address ?? '',
    to: mail.to.map(({ address }) => address),
    cc: mail.cc.map(({ address }) => address),
    message_id: mail.messageId ?? '',
    references: mail.references,
    text: mail.text ?? '',
    html: mail.html ?? '',
    reply_text: replyText(mail.text ?? plainText(mail.html ?? '')),
    attachments: mail.attachments.map(({ filename, size, contentType }) => ({
      filename,
      size,
      content_type: contentType,
    })),
    is_auto_reply: automaticReply,
    is_bounce: report?.kind === 'bounce' || report?.kind === 'delay',
    is_feedback_report: report?.kind === 'complaint',
    is_delivery_notice: report?.kind === 'delivered',
    send_auto_response: !automatic,
    final_recipients:
      report?.recipients.flatMap(({ address, original }) => [address, ...(original ? [original] : [])]) ?? [],
    priority: mail.priority,
    original_message_id: report?.originalMessageId ?? null,
    defects: mail.defects,
    thread_id: threadId,
  };
}
