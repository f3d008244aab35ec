import { Injectable } from '@nestjs/common';
import { type InboundMail, type Outcome } from 'nestjs-mailroom';
import { type EntityManager } from 'typeorm';
import { EnquiryIntake } from '../desk/enquiry-intake.js';

/** A mail "Trips once …" makes it fall after it has written, the first time. */
@Injectable()
export class ClumsyIntake extends EnquiryIntake {
  private readonly tripped = new Set<string>();

  override async handle(mail: InboundMail, tx: EntityManager): Promise<Outcome> {
    const outcome = await super.handle(mail, tx);
    if (mail.subject.startsWith('Trips once') && !this.tripped.has(mail.subject)) {
      this.tripped.add(mail.subject);
      throw new Error('tripped');
    }
    return outcome;
  }
}
