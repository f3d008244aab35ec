import { Controller, ForbiddenException, Headers, HttpCode, Post } from '@nestjs/common';
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
  async open(@Headers('authorization') authorization: string): Promise<PageCode> {
    const name = this.passes.holder(authorization);
    const code = name === null ? null : await this.pageSessions.codeFor(name);
    if (code === null) throw new ForbiddenException();
    return code;
  }
}
// #endregion
