import { Injectable, Optional, type OnModuleInit } from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import { DevelopmentKeyRing, KeyRing, Settings } from '@mailroom/kernel';
import { StartRefusal } from './start-refusal.js';

/** Stops a start that would only look healthy. */
@Injectable()
export class StartCheck implements OnModuleInit {
  constructor(
    private readonly settings: Settings,
    private readonly keys: KeyRing,
    @Optional() private readonly scheduler?: SchedulerRegistry,
  ) {}

  onModuleInit(): void {
    if (!this.scheduler && this.settings.work) {
      throw new StartRefusal(
        'import ScheduleModule.forRoot() of @nestjs/schedule once, in the root module of the host.',
      );
    }
    if (this.settings.production && this.keys instanceof DevelopmentKeyRing) {
      throw new StartRefusal(
        'bind a KeyRing (host.keyRing); the development keys are for http://localhost only.',
      );
    }
  }
}
