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
import { ApiExcludeController } from '@nestjs/swagger';
import { CorrelationInterceptor, ProblemFilter } from '@mailroom/kernel';
import { AnswerCallback } from './answer-callback.js';

/**
 * Where providers send browsers back to. Not for admins only: whoever comes is known by the state and the cookie of the
 * authorization they began, because a host with bearer tokens sends none on a redirect.
 */
@ApiExcludeController()
@Controller('oauth2')
@UseInterceptors(CorrelationInterceptor)
@UseFilters(ProblemFilter)
export class CallbackController {
  constructor(private readonly answer: AnswerCallback) {}

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
    await this.answer.run(query, { cookies, from }, response);
  }
}
