import { Injectable } from '@nestjs/common';
import { Clock } from '@mailroom/kernel';
import { GroupCommit, type Place } from '../deliveries/group-commit.js';
import { oversizedRow, withheldRow } from '../deliveries/unfetched-rows.js';
import { type OversizedMail } from '../mailbox/mailbox.js';

/** Keeps in mind the mail that is there and was not fetched, so that the cursor may pass it. */
@Injectable()
export class AbsentMail {
  constructor(
    private readonly groups: GroupCommit,
    private readonly clock: Clock,
  ) {}

  /** It is too large. */
  async oversized(place: Place, mails: readonly OversizedMail[]): Promise<void> {
    if (mails.length === 0) return;
    const now = this.clock.now();
    await this.groups.note(place, mails, (mail, id) => oversizedRow(id, mail, now));
  }

  /** The server has it and does not send it. */
  async withheld(place: Place, uids: readonly number[]): Promise<void> {
    if (uids.length === 0) return;
    const mails = uids.map((uid) => ({ uid }));
    const now = this.clock.now();
    await this.groups.note(place, mails, (mail, id, attempts) => withheldRow(id, mail.uid, attempts, now));
  }
}
