import { Injectable } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { HelpdeskSettings } from '../settings/helpdesk-settings.js';
import { openCookie, PROVED, readCookie, sealCookie, SIGNED_IN, type StaffCookie } from './session-cookie.js';
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
    const login = this.loginIn(SIGNED_IN, request);
    return login === null ? null : this.staff.find(login);
  }

  /** Has whoever is signed in given the password once more within the last five minutes? */
  hasProved(request: Pick<Request, 'headers'>): boolean {
    const member = this.memberOf(request);
    return member !== null && this.loginIn(PROVED, request) === member.login;
  }

  /** Signs in whoever receives this response. */
  begin(response: Response, member: StaffMember): void {
    this.give(SIGNED_IN, response, member);
  }

  /** Remembers for five minutes that whoever receives this response has given the password once more. */
  prove(response: Response, member: StaffMember): void {
    this.give(PROVED, response, member);
  }

  /** Signs out whoever receives this response. */
  end(response: Response): void {
    for (const { name } of [SIGNED_IN, PROVED]) response.clearCookie(name, this.attributes());
  }

  private loginIn(cookie: StaffCookie, { headers }: Pick<Request, 'headers'>): string | null {
    const value = readCookie(headers.cookie, cookie.name);
    return value === null ? null : openCookie(cookie, this.settings.sessionSecret, value, new Date());
  }

  private give(cookie: StaffCookie, response: Response, { login }: StaffMember): void {
    const value = sealCookie(cookie, this.settings.sessionSecret, login, new Date());
    response.cookie(cookie.name, value, { ...this.attributes(), maxAge: cookie.lastsMs });
  }

  private attributes() {
    const secure = this.settings.publicUrl.protocol === 'https:';
    return { httpOnly: true, sameSite: 'lax', secure, path: '/' } as const;
  }
}
