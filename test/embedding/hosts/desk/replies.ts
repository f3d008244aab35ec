import { Injectable } from '@nestjs/common';
import { OutgoingMail } from 'nestjs-mailroom';
import { DataSource } from 'typeorm';
import { Enquiry } from './enquiry.js';

// #region replies
@Injectable()
export class Replies {
  constructor(
    private readonly database: DataSource,
    private readonly mail: OutgoingMail,
  ) {}

  async answer(id: number, from: string, text: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const { subject, sender, messageId } = await tx.getRepository(Enquiry).findOneByOrFail({ id });
      await tx.getRepository(Enquiry).update(id, { answer: text });
      await this.mail.send(
        {
          from,
          to: [sender ?? from],
          subject: `Re: ${subject}`,
          text,
          ...(messageId === null ? {} : { inReplyTo: messageId, references: [messageId] }),
          idempotencyKey: `answer-to-${id}`,
        },
        tx,
      );
    });
  }
}
// #endregion
