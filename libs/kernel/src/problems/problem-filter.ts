import {
  Catch,
  HttpException,
  Injectable,
  Logger,
  type ArgumentsHost,
  type ExceptionFilter,
} from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Problem, type ProblemKind } from './problem.js';
import { kernelProblem } from './kernel-problems.js';

const STATUS: Readonly<Record<ProblemKind, number>> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  unreachable: 502,
  refused: 422,
  busy: 503,
  internal: 500,
};

/**
 * Answers problems of Mailroom's own routes as `application/problem+json` (RFC 9457): `type`, `status`, `code`,
 * `params`, `field`. A host's HttpException (its guards run before ours) keeps its own status and body.
 * Anything without a name is logged whole and answered as `unexpected`, without a word of it.
 */
@Catch()
@Injectable()
export class ProblemFilter implements ExceptionFilter {
  readonly #logger = new Logger('Mailroom');

  constructor(private readonly adapterHost: HttpAdapterHost) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const { httpAdapter } = this.adapterHost;
    const response: unknown = host.switchToHttp().getResponse();
    if (error instanceof HttpException) {
      httpAdapter.reply(response, error.getResponse(), error.getStatus());
      return;
    }
    const problem = this.named(error);
    httpAdapter.setHeader(response, 'content-type', 'application/problem+json; charset=utf-8');
    httpAdapter.reply(response, problemDocument(problem), STATUS[problem.kind]);
  }

  private named(error: unknown): Problem {
    if (error instanceof Problem && error.kind !== 'internal') return error;
    this.#logger.error(stacks(error));
    return error instanceof Problem ? error : kernelProblem('unexpected');
  }
}

// Stacks only: the error objects of drivers carry statements with their parameters.
function stacks(error: unknown): string {
  if (!(error instanceof Error)) return 'something that is no Error was thrown';
  return error.cause ? `${error.stack}\ncaused by ${stacks(error.cause)}` : (error.stack ?? error.message);
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
