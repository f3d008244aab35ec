import { Injectable, Module } from '@nestjs/common';
import {
  AdminAccess,
  InboundMailHandler,
  stored,
  type Actor,
  type InboundMail,
  type Outcome,
} from 'nestjs-mailroom';
import { type EntityManager } from 'typeorm';
import { Enquiry } from './enquiry.js';

/** Mail becomes enquiries. A mail "Trips once …" makes it fall after it has written, the first time. */
@Injectable()
export class EnquiryIntake extends InboundMailHandler {
  private readonly tripped = new Set<string>();

  override async handle(mail: InboundMail, tx: EntityManager): Promise<Outcome> {
    const { subject, deliveryId } = mail;
    const enquiry = await tx
      .getRepository(Enquiry)
      .save({ subject, sender: mail.from?.address ?? null, deliveryId });
    if (subject.startsWith('Trips once') && !this.tripped.has(subject)) {
      this.tripped.add(subject);
      throw new Error('tripped');
    }
    return stored(String(enquiry.id));
  }
}

/** Whoever carries the admin's badge. */
@Injectable()
export class BadgeAccess extends AdminAccess {
  override async actorOf(request: unknown): Promise<Actor | null> {
    const badge = (request as { headers: Record<string, string | undefined> }).headers['x-badge'];
    return badge === undefined ? null : { id: badge, name: badge };
  }

  override async actorById(id: string): Promise<Actor | null> {
    return { id, name: id };
  }

  override async mayAdminister(actor: Actor): Promise<boolean> {
    return actor.id === 'admin';
  }
}

@Module({ providers: [EnquiryIntake, BadgeAccess], exports: [EnquiryIntake, BadgeAccess] })
export class MailDeskModule {}
