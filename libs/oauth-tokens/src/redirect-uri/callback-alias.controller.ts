import {
  Controller,
  Get,
  Head,
  Headers,
  HttpCode,
  Ip,
  Query,
  Res,
  UseFilters,
  UseInterceptors,
} from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { ApiExcludeController } from '@nestjs/swagger';
import { CorrelationInterceptor, ProblemFilter } from '@mailroom/kernel';
import { AnswerCallback } from '../authorization/answer-callback.js';
import { callbackAliases } from './callback-aliases.js';
import { CallbackProbe, probeSchema } from './callback-probe.js';

/**
 * The callback again, under paths of other products, at the root of the host's routes: registrations that were made for
 * those keep working. A host with a global prefix has to leave these paths out of it; `probe` finds out.
 */
@ApiExcludeController()
@Controller(Object.values(callbackAliases))
@UseInterceptors(CorrelationInterceptor)
@UseFilters(ProblemFilter)
export class CallbackAliasController {
  constructor(
    private readonly answer: AnswerCallback,
    private readonly probe: CallbackProbe,
    private readonly adapterHost: HttpAdapterHost,
  ) {}

  /** See `CallbackController.peek`. */
  @Head()
  @HttpCode(204)
  peek(): void {}

  @Get()
  async callback(
    @Query() query: unknown,
    @Headers('cookie') cookies: string | undefined,
    @Ip() from: string | undefined,
    @Res() response: unknown,
  ): Promise<void> {
    const { probe } = probeSchema.parse(query);
    if (probe === undefined) return this.answer.run(query, { cookies, from }, response);
    const { httpAdapter } = this.adapterHost;
    httpAdapter.setHeader(response, 'cache-control', 'no-store');
    httpAdapter.setHeader(response, 'content-type', 'text/plain');
    httpAdapter.reply(response, this.probe.markerOf(probe), 200);
  }
}
