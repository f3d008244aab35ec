import { Injectable, UnauthorizedException, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { type Request } from 'express';
import { Passes } from './passes.js';

// #region guard
/** In front of every route. Mailroom asks AdminAccess at its own; a provider sends browsers back without a token. */
@Injectable()
export class BearerGuard implements CanActivate {
  constructor(private readonly passes: Passes) {}

  canActivate(context: ExecutionContext): boolean {
    const { path, headers } = context.switchToHttp().getRequest<Request>();
    if (path === '/backend/sign-in' || path.startsWith('/backend/mailroom/')) return true;
    if (this.passes.holder(headers.authorization) === null) throw new UnauthorizedException();
    return true;
  }
}
// #endregion
