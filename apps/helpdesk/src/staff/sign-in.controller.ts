import { Body, Controller, Get, HttpCode, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { PageFilter } from '../pages/page-filter.js';
import { showPage } from '../pages/show-page.js';
import { HelpdeskSettings } from '../settings/helpdesk-settings.js';
import { Sessions } from './sessions.js';
import { signInPage } from './sign-in-page.js';
import { ownPath } from './sign-in-required.js';
import { checkOrigin } from './staff-guard.js';
import { type StaffMember } from './staff-member.js';
import { Staff } from './staff.js';

/** Signing in and out. */
@Controller()
@UseFilters(PageFilter)
export class SignInController {
  constructor(
    private readonly staff: Staff,
    private readonly sessions: Sessions,
    private readonly settings: HelpdeskSettings,
  ) {}

  @Get('sign-in')
  form(@Query('next') next: unknown, @Res() response: Response): void {
    showPage(response, signInPage({ next: ownPath(next), failed: false }));
  }

  @Post('sign-in')
  @HttpCode(303)
  async signIn(
    @Body() body: Record<string, unknown> | undefined,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    checkOrigin(request, this.settings.publicUrl.origin);
    const next = ownPath(body?.['next']);
    const member = await this.staff.signIn(textOf(body?.['login']), textOf(body?.['password']));
    if (!member) return showPage(response, signInPage({ next, failed: true }), 401);
    this.sessions.begin(response, member);
    response.redirect(303, landing(member, next));
  }

  @Post('sign-out')
  signOut(@Req() request: Request, @Res() response: Response): void {
    checkOrigin(request, this.settings.publicUrl.origin);
    this.sessions.end(response);
    response.redirect(303, '/sign-in');
  }
}

/** Agents who were sent here by a page for admins land at the tickets; the page of their own mailbox is theirs. */
function landing({ role }: StaffMember, next: string): string {
  const isTheirs = role === 'admin' || /^\/mailroom\/my-mailbox([?#]|$)/.test(next);
  return !isTheirs && next.startsWith('/mailroom') ? '/' : next;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
