import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { markRequest } from '../event-log/correlation-interceptor.js';
import { kernelProblem } from '../problems/kernel-problems.js';
import { Settings } from '../settings/settings.js';
import { AdminAccess } from './admin-access.js';
import { checkMutation } from './check-mutation.js';
import { type GuardedRequest } from './guarded-request.js';
import { roleOf, type Role } from './role-of.js';

/**
 * Lets through whom the host's AdminAccess vouches for as an admin, and mutations only from our own pages.
 * Problems: `sign-in-required`, `not-allowed`, `foreign-origin`, `json-required`.
 */
@Injectable()
export class AdminGuard implements CanActivate {
  constructor(
    private readonly access: AdminAccess,
    private readonly settings: Settings,
  ) {}

  canActivate(context: ExecutionContext): Promise<boolean> {
    return admit(context, ['admin'], this.access, this.settings);
  }
}

/** The same for whoever may connect a mailbox of their own; admins may that too. */
@Injectable()
export class PersonalGuard implements CanActivate {
  constructor(
    private readonly access: AdminAccess,
    private readonly settings: Settings,
  ) {}

  canActivate(context: ExecutionContext): Promise<boolean> {
    return admit(context, ['admin', 'personal'], this.access, this.settings);
  }
}

async function admit(
  context: ExecutionContext,
  roles: readonly Role[],
  access: AdminAccess,
  { publicUrl }: Settings,
): Promise<true> {
  markRequest(context);
  const request = context.switchToHttp().getRequest<GuardedRequest>();
  const actor = await access.actorOf(request);
  if (!actor) throw kernelProblem('sign-in-required');
  if (!roles.includes(await roleOf(access, actor))) throw kernelProblem('not-allowed');
  checkMutation(request, publicUrl.origin);
  request.mailroomActor = request.ip === undefined ? actor : { ...actor, from: request.ip };
  return true;
}
