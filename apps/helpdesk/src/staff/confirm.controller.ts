import { Body, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { type Response } from 'express';
import { showPage } from '../pages/show-page.js';
import { confirmPage } from './confirm-page.js';
import { Sessions } from './sessions.js';
import { ownPath } from './sign-in-required.js';
import { type StaffMember } from './staff-member.js';
import { CurrentStaff, StaffPages } from './staff-pages.js';
import { Staff } from './staff.js';

/** Asks for the password of somebody who is signed in already. */
@StaffPages('confirm')
export class ConfirmController {
  constructor(
    private readonly staff: Staff,
    private readonly sessions: Sessions,
  ) {}

  @Get()
  form(@CurrentStaff() member: StaffMember, @Query('next') next: unknown, @Res() response: Response): void {
    showPage(response, confirmPage(member, { next: ownPath(next), failed: false }));
  }

  @Post()
  @HttpCode(303)
  async confirm(
    @CurrentStaff() member: StaffMember,
    @Body() body: Record<string, unknown> | undefined,
    @Res() response: Response,
  ): Promise<void> {
    const next = ownPath(body?.['next']);
    const password = typeof body?.['password'] === 'string' ? body['password'] : '';
    if (!(await this.staff.signIn(member.login, password)))
      return showPage(response, confirmPage(member, { next, failed: true }), 401);
    this.sessions.prove(response, member);
    response.redirect(303, next);
  }
}
