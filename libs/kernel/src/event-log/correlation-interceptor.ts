import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Observable } from 'rxjs';
import { newCorrelation } from './correlation.js';
import { CORRELATION_HEADER, requestCorrelation } from './request-correlation.js';

/** Has a route's work done under the id of its request, which the answer says in `x-request-id`. */
@Injectable()
export class CorrelationInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const id = markRequest(context);
    return new Observable((observer) => newCorrelation({}, () => next.handle().subscribe(observer), id));
  }
}

/** The id of the request of this context; its answer is going to say it. */
export function markRequest(context: Pick<ExecutionContext, 'switchToHttp'>): string {
  const http = context.switchToHttp();
  const id = requestCorrelation(http.getRequest<object>());
  http.getResponse<{ header(name: string, value: string): unknown }>().header(CORRELATION_HEADER, id);
  return id;
}
