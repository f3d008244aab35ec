import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { InboundMailHandler, type InboundMail, type MailDestination, type Outcome } from '@mailroom/plugin';
import { HelpdeskSettings } from '../settings/helpdesk-settings.js';
import { TicketIntake } from './ticket-intake.js';

/** What Mailroom hands mail to: the ticket intake, in groups or mail by mail, as the operator set it. */
@Injectable()
export class Intake extends InboundMailHandler {
  override readonly handleMany?: TicketIntake['handleMany'];

  constructor(
    private readonly tickets: TicketIntake,
    { groups }: HelpdeskSettings,
  ) {
    super();
    if (groups) this.handleMany = (mails, tx) => tickets.handleMany(mails, tx);
  }

  override handle(mail: InboundMail, tx: EntityManager): Promise<Outcome> {
    return this.tickets.handle(mail, tx);
  }

  override destinations(): Promise<readonly MailDestination[]> {
    return this.tickets.destinations();
  }
}
