import { Injectable } from '@nestjs/common';
import { type Request } from 'express';
import { AdminAccess, type Actor } from '@mailroom/plugin';
import { Sessions } from './sessions.js';
import { type StaffMember } from './staff-member.js';
import { Staff } from './staff.js';

/** Mail is administered by staff with the role `admin`; everybody who works here may send from a mailbox of their own. */
@Injectable()
export class StaffAccess extends AdminAccess {
  constructor(
    private readonly sessions: Sessions,
    private readonly staff: Staff,
  ) {
    super();
  }

  override async actorOf(request: unknown): Promise<Actor | null> {
    return actorFrom(this.sessions.memberOf(request as Request));
  }

  override async actorById(id: string): Promise<Actor | null> {
    return actorFrom(this.staff.find(id));
  }

  override async mayAdminister(actor: Actor): Promise<boolean> {
    return this.staff.find(actor.id)?.role === 'admin';
  }

  override async mayConnectOwnMailbox(actor: Actor): Promise<boolean> {
    return this.staff.find(actor.id) !== null;
  }

  override async reauthenticated(request: unknown): Promise<boolean> {
    return this.sessions.hasProved(request as Request);
  }
}

function actorFrom(member: StaffMember | null): Actor | null {
  return member && { id: member.login, name: member.name };
}
