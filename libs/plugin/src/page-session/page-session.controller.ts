import { Controller, Delete, HttpCode, Post, Req, Res, UseFilters } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { ApiExcludeController, ApiNoContentResponse, ApiOperation } from '@nestjs/swagger';
import { kernelProblem, PersonalController, ProblemFilter } from '@mailroom/kernel';
import { z } from 'zod';
import { endedPageCookie, pageCookie } from './page-cookie.js';
import { PagePlace } from './page-place.js';
import { PageSessions } from './page-sessions.js';

interface FormRequest {
  readonly headers: { readonly origin?: string };
  readonly ip?: string;
  readonly body?: unknown;
}

const formSchema = z.object({
  code: z.string().min(1).max(4_000),
  /** A page, as a path below the mount. */
  to: z
    .string()
    .max(500)
    .regex(/^[\w-]*(\/[\w-]+)*$/)
    .default(''),
});

/** Where a front end of the host's posts its code, by a form that the browser follows. */
@ApiExcludeController()
@Controller('page-session')
@UseFilters(ProblemFilter)
export class PageSessionController {
  constructor(
    private readonly sessions: PageSessions,
    private readonly place: PagePlace,
    private readonly adapterHost: HttpAdapterHost,
  ) {}

  @Post()
  async open(@Req() request: FormRequest, @Res() response: unknown): Promise<void> {
    const { success, data } = formSchema.safeParse(request.body);
    if (!success) throw kernelProblem('page-code-unusable');
    const session = await this.sessions.open(data.code, request.headers.origin, request.ip);
    const { httpAdapter } = this.adapterHost;
    httpAdapter.setHeader(response, 'cache-control', 'no-store');
    httpAdapter.appendHeader?.(response, 'set-cookie', pageCookie(session, this.place));
    httpAdapter.redirect(response, 303, `${this.place.path}/${data.to}`);
  }
}

/** The end of a session of the pages. */
@PersonalController('api/page-session')
export class EndPageSessionController {
  constructor(
    private readonly place: PagePlace,
    private readonly adapterHost: HttpAdapterHost,
  ) {}

  @Delete()
  @HttpCode(204)
  @ApiOperation({ operationId: 'endPageSession' })
  @ApiNoContentResponse()
  end(@Res({ passthrough: true }) response: unknown): void {
    this.adapterHost.httpAdapter.appendHeader?.(response, 'set-cookie', endedPageCookie(this.place));
  }
}
