import { Catch, HttpException, Injectable, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { newCorrelation } from '../event-log/correlation.js';
import { markRequest } from '../event-log/correlation-interceptor.js';
import { EventLog } from '../event-log/event-log.js';
import { Problem, type ProblemKind } from './problem.js';
import { kernelProblem } from './kernel-problems.js';

const STATUS: Readonly<Record<ProblemKind, number>> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  outdated: 412,
  unreachable: 502,
  refused: 422,
  busy: 503,
  internal: 500,
};

/**
 * Answers problems of Mailroom's own routes as `application/problem+json` (RFC 9457): `type`, `status`, `code`,
 * `params`, `field`, and the `correlationId` under which the log has it. A host's HttpException (its guards run before ours) keeps its own status and body.
 * Anything without a name is logged whole and answered as `unexpected`, without a word of it.
 */
@Catch()
@Injectable()
export class ProblemFilter implements ExceptionFilter {
  readonly #log = new EventLog();

  constructor(private readonly adapterHost: HttpAdapterHost) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const { httpAdapter } = this.adapterHost;
    const response: unknown = host.switchToHttp().getResponse();
    if (error instanceof HttpException) {
      httpAdapter.reply(response, error.getResponse(), error.getStatus());
      return;
    }
    const id = markRequest(host);
    const problem = newCorrelation({}, () => this.named(error, host), id);
    httpAdapter.setHeader(response, 'content-type', 'application/problem+json; charset=utf-8');
    httpAdapter.reply(response, { ...problemDocument(problem), correlationId: id }, STATUS[problem.kind]);
  }

  private named(error: unknown, host: ArgumentsHost): Problem {
    const problem = error instanceof Problem ? error : kernelProblem('unexpected');
    const { method } = host.switchToHttp().getRequest<{ method?: string }>();
    const facts = { method: method ?? null, problem: problem.code, class: problem.disposition };
    if (problem.kind === 'internal') this.#log.error('request-failed', 'A request failed', facts, error);
    else this.#log.debug('request-refused', 'A request was refused', facts);
    return problem;
  }
}

/** The body of a problem answer (RFC 9457 section 3.1); sentences are the reader's business. */
export function problemDocument(problem: Problem): Record<string, unknown> {
  return {
    type: `urn:mailroom:problem:${problem.code}`,
    status: STATUS[problem.kind],
    code: problem.code,
    params: problem.params,
    ...(problem.field === undefined ? {} : { field: problem.field }),
    disposition: problem.disposition,
  };
}
