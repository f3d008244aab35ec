import {
  applyDecorators,
  Controller,
  createParamDecorator,
  type CanActivate,
  type ExecutionContext,
  type Type,
  UseFilters,
  UseGuards,
  UseInterceptors,
  UsePipes,
} from '@nestjs/common';
import { CorrelationInterceptor } from '../event-log/correlation-interceptor.js';
import { ProblemFilter } from '../problems/problem-filter.js';
import { kernelProblem } from '../problems/kernel-problems.js';
import { type Actor } from './admin-access.js';
import { AdminGuard, PersonalGuard } from './admin-guard.js';
import { type GuardedRequest } from './guarded-request.js';
import { InputPipe } from './input-pipe.js';

/**
 * A controller for admins: guarded by AdminAccess, problems answered as RFC 9457, and every parameter that names
 * a `schema` (`@Body({ schema })`) parsed with it. The path is below the mount, e.g. `api/clients`.
 */
export function AdminController(path: string): ClassDecorator {
  return guarded(path, AdminGuard);
}

/**
 * The same for whoever may connect a mailbox of their own. What such a route answers and changes is the actor's own:
 * whatever an id names that belongs to somebody else is not found.
 */
export function PersonalController(path: string): ClassDecorator {
  return guarded(path, PersonalGuard);
}

function guarded(path: string, guard: Type<CanActivate>): ClassDecorator {
  return applyDecorators(
    Controller(path),
    UseGuards(guard),
    UseInterceptors(CorrelationInterceptor),
    UseFilters(ProblemFilter),
    UsePipes(InputPipe),
  );
}

/** Who is behind this request; only on routes of an `@AdminController` or a `@PersonalController`. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const actor = context.switchToHttp().getRequest<GuardedRequest>().mailroomActor;
  if (!actor) throw kernelProblem('sign-in-required');
  return actor;
});
