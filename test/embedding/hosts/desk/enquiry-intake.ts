import { Injectable } from '@nestjs/common';
import { InboundMailHandler, stored, type InboundMail, type Outcome } from 'nestjs-mailroom';
import { type EntityManager } from 'typeorm';
import { Enquiry } from './enquiry.js';

// #region intake
@Injectable()
export class EnquiryIntake extends InboundMailHandler {
  override async handle(mail: InboundMail, tx: EntityManager): Promise<Outcome> {
    const { subject, messageId, deliveryId } = mail;
    const enquiry = await tx
      .getRepository(Enquiry)
      .save({ subject, sender: mail.from?.address ?? null, messageId, deliveryId });
    return stored(String(enquiry.id));
  }
}
// #endregion
