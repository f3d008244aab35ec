import { Injectable } from '@nestjs/common';
import { Database } from '@mailroom/kernel';

/** A file of a mail in the outbox. */
export interface MailFile {
  readonly filename: string;
  readonly contentType: string;
  readonly content: Buffer;
}

/** The files that leave with mails. */
@Injectable()
export class MailFiles {
  constructor(private readonly database: Database) {}

  /** The files of a mail, in their order. */
  async of(mailId: string): Promise<MailFile[]> {
    const { rows } = await this.database.query<{ filename: string; content_type: string; content: Buffer }>(
      'select filename, content_type, content from mailroom.outgoing_attachment where mail_id = $1 order by position',
      [mailId],
    );
    return rows.map(({ filename, content_type: contentType, content }) => ({
      filename,
      contentType,
      content,
    }));
  }
}
