import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { kernelProblem } from '../problems/kernel-problems.js';
import { Settings } from '../settings/settings.js';
import { AdminAccess } from './admin-access.js';
import { checkMutation } from './check-mutation.js';
import { type GuardedRequest } from './guarded-request.js';

/**
 * Lets through whom the host's AdminAccess vouches for, and mutations only from our own pages.
 * Problems: `sign-in-required`, `not-allowed`, `foreign-origin`, `json-required`.
 */
@Injectable()
export class AdminGuard implements CanActivate {
  constructor(
    private readonly access: AdminAccess,
    private readonly settings: Settings,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<GuardedRequest>();
    const actor = await this.access.actorOf(request);
    if (!actor) throw kernelProblem('sign-in-required');
    if (!(await this.access.mayAdminister(actor))) throw kernelProblem('not-allowed');
    checkMutation(request, this.settings.publicUrl.origin);
    request.mailroomActor = request.ip === undefined ? actor : { ...actor, from: request.ip };
    return true;
  }
}
