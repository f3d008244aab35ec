import { Injectable } from '@nestjs/common';

/** How often each thing of this host ran, and when its cron jobs did. */
@Injectable()
export class Counts {
  readonly guard: string[] = [];
  readonly filter: string[] = [];
  readonly jobs: string[] = [];
  readonly ticks: number[] = [];
  readonly beats: number[] = [];
  pipe = 0;
  interceptor = 0;
}
