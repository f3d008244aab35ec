import { Module } from '@nestjs/common';

/** One consent for both directions. */
@Module({})
export class ConnectMailboxModule {}
