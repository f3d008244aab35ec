import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Settings, Ticks } from '@mailroom/kernel';
import { AuthorizationRows } from './authorization/authorization-rows.js';
import { RefreshAhead } from './tokens/refresh-ahead.js';

const REFRESH_MS = 15_000;
const SWEEP_MS = 3_600_000;

/** What this lib does by itself, in processes that work. */
@Injectable()
export class OAuthTokensWork implements OnApplicationBootstrap {
  constructor(
    private readonly ticks: Ticks,
    private readonly settings: Settings,
    private readonly refreshAhead: RefreshAhead,
    private readonly authorizations: AuthorizationRows,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.settings.work) return;
    this.ticks.every('refresh-ahead', REFRESH_MS, () => this.refreshAhead.run());
    this.ticks.every('sweep-authorizations', SWEEP_MS, () => this.authorizations.sweep());
  }
}
