import {
  applyDecorators,
  Controller,
  createParamDecorator,
  type ExecutionContext,
  UseFilters,
  UseGuards,
  UsePipes,
} from '@nestjs/common';
import { ProblemFilter } from '../problems/problem-filter.js';
import { kernelProblem } from '../problems/kernel-problems.js';
import { type Actor } from './admin-access.js';
import { AdminGuard } from './admin-guard.js';
import { type GuardedRequest } from './guarded-request.js';
import { InputPipe } from './input-pipe.js';

/**
 * A controller for admins: guarded by AdminAccess, problems answered as RFC 9457, and every parameter that names
 * a `schema` (`@Body({ schema })`) parsed with it. The path is below the mount, e.g. `api/clients`.
 */
export function AdminController(path: string): ClassDecorator {
  return applyDecorators(
    Controller(path),
    UseGuards(AdminGuard),
    UseFilters(ProblemFilter),
    UsePipes(InputPipe),
  );
}

/** The admin behind this request; only on routes of an `@AdminController`. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const actor = context.switchToHttp().getRequest<GuardedRequest>().mailroomActor;
  if (!actor) throw kernelProblem('sign-in-required');
  return actor;
});
