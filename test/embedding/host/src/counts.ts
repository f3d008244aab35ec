import { Injectable } from '@nestjs/common';

/** How often each thing of this host ran, and when its cron job did. */
@Injectable()
export class Counts {
  readonly guard: string[] = [];
  readonly filter: string[] = [];
  readonly ticks: number[] = [];
  pipe = 0;
}
