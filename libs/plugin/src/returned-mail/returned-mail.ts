import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ReportListeners, type MailReport } from '@mailroom/mail-accounts';
import { OutboxReports, type SentMailReport } from '@mailroom/outgoing-servers';

/** Brings what mail accounts hear about sent mail (bounces, complaints, receipts) home to the outbox. */
@Injectable()
export class ReturnedMail implements OnModuleInit {
  constructor(
    private readonly reports: ReportListeners,
    private readonly outbox: OutboxReports,
  ) {}

  onModuleInit(): void {
    this.reports.add((reports, tx) => this.outbox.note(reports.flatMap(aboutSentMail), tx));
  }
}

/** The part of a report that the outbox understands; nothing when it does not name the mail it is about. */
export function aboutSentMail({ kind, recipients, originalMessageId }: MailReport): SentMailReport[] {
  if (originalMessageId === null) return [];
  return [
    {
      messageId: originalMessageId,
      kind,
      recipients: recipients.map(({ address, original, status, diagnostic }) => ({
        address: original ?? address,
        status,
        diagnostic,
      })),
    },
  ];
}
