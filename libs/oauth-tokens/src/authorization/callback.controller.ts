import { Controller, Get, Head, Headers, HttpCode, Ip, Query, Res, UseFilters } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { ApiExcludeController } from '@nestjs/swagger';
import { ProblemFilter } from '@mailroom/kernel';
import { callbackSchema } from './authorization-input.js';
import { Authorizations } from './authorizations.js';
import { endedConsentCookie } from './consent-cookie.js';
import { ConsentReturn } from './consent-return.js';

/**
 * Where providers send browsers back to. Not for admins only: whoever comes is known by the state and the cookie of the
 * authorization they began, because a host with bearer tokens sends none on a redirect.
 */
@ApiExcludeController()
@Controller('oauth2')
@UseFilters(ProblemFilter)
export class CallbackController {
  constructor(
    private readonly consents: ConsentReturn,
    private readonly authorizations: Authorizations,
    private readonly adapterHost: HttpAdapterHost,
  ) {}

  /** Answered without a look: a link scanner that asks for the headers must not use up the state. */
  @Head('callback')
  @HttpCode(204)
  peek(): void {}

  @Get('callback')
  async callback(
    @Query() query: unknown,
    @Headers('cookie') cookies: string | undefined,
    @Ip() from: string | undefined,
    @Res() response: unknown,
  ): Promise<void> {
    const callback = callbackSchema.parse(query);
    const { redirectTo, cookie } = await this.consents.run(callback, cookies, from);
    const { httpAdapter } = this.adapterHost;
    const ended = endedConsentCookie(callback.state ?? '', this.authorizations.secure);
    httpAdapter.appendHeader?.(response, 'set-cookie', ended);
    if (cookie !== undefined) httpAdapter.appendHeader?.(response, 'set-cookie', cookie);
    // The address bar held a code: nobody keeps this answer, and nobody is told where it came from.
    httpAdapter.setHeader(response, 'cache-control', 'no-store');
    httpAdapter.setHeader(response, 'referrer-policy', 'no-referrer');
    httpAdapter.redirect(response, 303, redirectTo);
  }
}
