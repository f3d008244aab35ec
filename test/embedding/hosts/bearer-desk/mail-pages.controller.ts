import { Controller, Headers, HttpCode, Post, UnauthorizedException } from '@nestjs/common';
import { PageSessions, type PageCode } from 'nestjs-mailroom';
import { Passes } from './passes.js';

// #region pages
/** Behind the guard, so somebody is there: their front end gets a code for the admin pages. */
@Controller('mail-pages')
export class MailPagesController {
  constructor(
    private readonly passes: Passes,
    private readonly pageSessions: PageSessions,
  ) {}

  @Post()
  @HttpCode(200)
  open(@Headers('authorization') authorization: string): Promise<PageCode> {
    const name = this.passes.holder(authorization);
    if (name === null) throw new UnauthorizedException();
    return this.pageSessions.codeFor(name);
  }
}
// #endregion
