import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Settings, Ticks } from '@mailroom/kernel';
import { ProtocolLogs } from '../protocol-log/protocol-logs.js';
import { FailingAccounts } from './failing-accounts.js';

const MINUTE_MS = 60_000;
const QUARTER_MS = 15 * 60_000;

/** What has to be done about the accounts from time to time, where there is work at all. */
@Injectable()
export class ActivityRounds implements OnApplicationBootstrap {
  constructor(
    private readonly ticks: Ticks,
    private readonly settings: Settings,
    private readonly failing: FailingAccounts,
    private readonly logs: ProtocolLogs,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.settings.work) return;
    this.ticks.every('failing-accounts', QUARTER_MS, () => this.failing.look());
    this.ticks.every('protocol-logs', MINUTE_MS, () => this.logs.sweep());
  }
}
