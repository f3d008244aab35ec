import { Module } from '@nestjs/common';
import { ConfirmController } from './confirm.controller.js';
import { OwnMailboxNotice } from './own-mailbox-notice.js';
import { Sessions } from './sessions.js';
import { SignInController } from './sign-in.controller.js';
import { StaffAccess } from './staff-access.js';
import { Staff } from './staff.js';

/** Who works here and who of them is signed in. */
@Module({
  controllers: [SignInController, ConfirmController],
  providers: [Staff, Sessions, StaffAccess, OwnMailboxNotice],
  exports: [Sessions, StaffAccess, OwnMailboxNotice],
})
export class StaffModule {}
