import { Injectable } from '@nestjs/common';
import { Clock } from '@mailroom/kernel';

/** A clock that goes on normally and jumps when told. The database's due dates jump with `shift`, see `mailroom.clock`. */
@Injectable()
export class HandMovedClock extends Clock {
  #shiftMs = 0;

  override now(): Date {
    return new Date(Date.now() + this.#shiftMs);
  }

  /** Moves this process's time on; the caller moves the database's by the same amount. */
  moveOn(milliseconds: number): void {
    this.#shiftMs += milliseconds;
  }
}
