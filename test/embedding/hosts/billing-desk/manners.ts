import {
  Catch,
  ForbiddenException,
  Injectable,
  type ArgumentsHost,
  type CallHandler,
  type CanActivate,
  type ExceptionFilter,
  type ExecutionContext,
  type NestInterceptor,
  type PipeTransform,
} from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Observable } from 'rxjs';
import { Counts } from './counts.js';

/** In front of every route: nobody comes in with a wrong badge. */
@Injectable()
export class BadgeGuard implements CanActivate {
  constructor(private readonly counts: Counts) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    this.counts.guard.push(request.originalUrl);
    if (request.headers['x-badge'] === 'stolen') throw new ForbiddenException('stolen badge');
    return true;
  }
}

/** Trims what comes in as text. */
@Injectable()
export class TrimPipe implements PipeTransform {
  constructor(private readonly counts: Counts) {}

  transform(value: unknown): unknown {
    this.counts.pipe += 1;
    return typeof value === 'string' ? value.trim() : value;
  }
}

/** Looks at every answer that leaves. */
@Injectable()
export class DoorInterceptor implements NestInterceptor {
  constructor(private readonly counts: Counts) {}

  intercept(_context: ExecutionContext, next: CallHandler): Observable<unknown> {
    this.counts.interceptor += 1;
    return next.handle();
  }
}

/** This office has its own way to say no. */
@Catch()
@Injectable()
export class OfficeFilter implements ExceptionFilter {
  constructor(private readonly counts: Counts) {}

  catch(error: Error, host: ArgumentsHost): void {
    this.counts.filter.push(error.message);
    host.switchToHttp().getResponse<Response>().status(418).json({ office: error.message });
  }
}
