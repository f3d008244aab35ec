import {
  applyDecorators,
  Controller,
  createParamDecorator,
  UseFilters,
  UseGuards,
  type ExecutionContext,
} from '@nestjs/common';
import { PageFilter } from '../pages/page-filter.js';
import { SignInRequired } from './sign-in-required.js';
import { StaffGuard, type StaffRequest } from './staff-guard.js';
import { type StaffMember } from './staff-member.js';

/** A controller of pages for whoever is signed in. */
export function StaffPages(path = ''): ClassDecorator {
  return applyDecorators(Controller(path), UseGuards(StaffGuard), UseFilters(PageFilter));
}

/** Who is signed in; only on StaffPages. */
export const CurrentStaff = createParamDecorator((_: unknown, context: ExecutionContext): StaffMember => {
  const { staff } = context.switchToHttp().getRequest<StaffRequest>();
  if (!staff) throw new SignInRequired('/');
  return staff;
});
