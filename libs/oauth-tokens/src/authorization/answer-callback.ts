import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { callbackSchema } from './authorization-input.js';
import { Authorizations } from './authorizations.js';
import { endedConsentCookie } from './consent-cookie.js';
import { ConsentReturn } from './consent-return.js';

/** Who comes back: the Cookie header, and the network address. */
export interface Visitor {
  readonly cookies: string | undefined;
  readonly from: string | undefined;
}

/** Takes a browser that a provider sent back to where it began, whatever path it came back by. */
@Injectable()
export class AnswerCallback {
  constructor(
    private readonly consents: ConsentReturn,
    private readonly authorizations: Authorizations,
    private readonly adapterHost: HttpAdapterHost,
  ) {}

  async run(query: unknown, { cookies, from }: Visitor, response: unknown): Promise<void> {
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
