import { Injectable } from '@nestjs/common';

/** What time it is. Everything that asks goes through here, so that a test moves time by hand. */
export abstract class Clock {
  /** The current instant. Never used for leases: those ask the database's own clock. */
  abstract now(): Date;
}

/** The machine's clock. */
@Injectable()
export class SystemClock extends Clock {
  override now(): Date {
    return new Date();
  }
}
