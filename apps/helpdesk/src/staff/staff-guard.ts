import { ForbiddenException, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { type Request } from 'express';
import { HelpdeskSettings } from '../settings/helpdesk-settings.js';
import { Sessions } from './sessions.js';
import { SignInRequired } from './sign-in-required.js';
import { type StaffMember } from './staff-member.js';

/** A request that the guard let through. */
export interface StaffRequest extends Request {
  staff?: StaffMember;
}

/** Lets staff through, and forms only from our own pages. */
@Injectable()
export class StaffGuard implements CanActivate {
  constructor(
    private readonly sessions: Sessions,
    private readonly settings: HelpdeskSettings,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<StaffRequest>();
    const member = this.sessions.memberOf(request);
    if (!member) throw new SignInRequired(request.method === 'GET' ? request.originalUrl : '/');
    checkOrigin(request, this.settings.publicUrl.origin);
    request.staff = member;
    return true;
  }
}

/** Browsers name the page's origin with every form they post (Fetch standard, Origin header). Throws 403. */
export function checkOrigin(request: Request, publicOrigin: string): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  if (request.headers.origin !== publicOrigin)
    throw new ForbiddenException(`Open this page at ${publicOrigin}.`);
}
