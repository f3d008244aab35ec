import { Injectable } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { HelpdeskSettings } from '../settings/helpdesk-settings.js';
import { openSession, readCookie, sealSession, SESSION_COOKIE, SESSION_MS } from './session-cookie.js';
import { type StaffMember } from './staff-member.js';
import { Staff } from './staff.js';

/** Who is signed in, by a signed cookie. */
@Injectable()
export class Sessions {
  constructor(
    private readonly settings: HelpdeskSettings,
    private readonly staff: Staff,
  ) {}

  /** The member behind this request, or null. */
  memberOf(request: Pick<Request, 'headers'>): StaffMember | null {
    const value = readCookie(request.headers.cookie, SESSION_COOKIE);
    const login = value === null ? null : openSession(this.settings.sessionSecret, value, new Date());
    return login === null ? null : this.staff.find(login);
  }

  /** Signs in whoever receives this response. */
  begin(response: Response, member: StaffMember): void {
    const value = sealSession(this.settings.sessionSecret, member.login, new Date());
    response.cookie(SESSION_COOKIE, value, { ...this.attributes(), maxAge: SESSION_MS });
  }

  /** Signs out whoever receives this response. */
  end(response: Response): void {
    response.clearCookie(SESSION_COOKIE, this.attributes());
  }

  private attributes() {
    const secure = this.settings.publicUrl.protocol === 'https:';
    return { httpOnly: true, sameSite: 'lax', secure, path: '/' } as const;
  }
}
