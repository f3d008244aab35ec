import {
  applyDecorators,
  createParamDecorator,
  UseInterceptors,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiPreconditionFailedResponse } from '@nestjs/swagger';
import { tap, type Observable } from 'rxjs';
import { Precondition } from './precondition.js';

/** What knows the tag of an answer: an `Edition`. */
interface Tagging {
  // A method, so that one may ask for more than any object.
  tag(answer: object): string;
}

type Headers = Record<string, string | undefined>;
type Answered = NonNullable<Parameters<typeof ApiOkResponse>[0]>;

/** A route that answers a thing, with the `ETag` of its edition. It stands for `@ApiOkResponse`. */
export function TaggedAnswer(edition: Tagging, answered: Answered): MethodDecorator {
  return applyDecorators(
    UseInterceptors(new TagAnswer(edition)),
    ApiOkResponse({ ...answered, headers: ETAG }),
  );
}

/** The same of a route that changes the thing, and does so only where `@IfMatch()` lets it. */
export function TaggedChange(edition: Tagging, answered: Answered): MethodDecorator {
  return applyDecorators(
    TaggedAnswer(edition, answered),
    ApiHeader({ name: 'If-Match', required: false, description: IF_MATCH }),
    ApiPreconditionFailedResponse({ description: 'Problem `changed-meanwhile`: nothing was written.' }),
  );
}

/** What the request demands of the thing it changes. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): Precondition => {
  const { headers } = context.switchToHttp().getRequest<{ headers: Headers }>();
  return Precondition.of(headers['if-match']);
});

const ETAG = {
  ETag: { description: 'Of what can be edited, for `If-Match`.', schema: { type: 'string' as const } },
};
const IF_MATCH = 'An `ETag` of this thing: it is changed only if nobody else has changed it since.';

class TagAnswer implements NestInterceptor {
  constructor(private readonly edition: Tagging) {}

  intercept(context: ExecutionContext, next: CallHandler<object>): Observable<object> {
    const http = context.switchToHttp();
    // The tag leaves out health and counters: Express would call an answer with new ones not modified.
    delete http.getRequest<{ headers: Headers }>().headers['if-none-match'];
    // Express and Fastify both call it that.
    const response = http.getResponse<{ header(name: string, value: string): unknown }>();
    return next.handle().pipe(tap((answer) => response.header('ETag', this.edition.tag(answer))));
  }
}
