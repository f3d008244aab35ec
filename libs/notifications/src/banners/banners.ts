import { Injectable } from '@nestjs/common';
import { Clock } from '@mailroom/kernel';
import { AccountHealth } from '@mailroom/mail-accounts';
import { ClientHealth, ProviderClocks, TokenHealth } from '@mailroom/oauth-tokens';
import { ServerHealth } from '@mailroom/outgoing-servers';
import { WebhookHealth } from '@mailroom/web-services';
import { BannerMemory } from '../memory/banner-memory.js';
import { findCauses, tokensBehind } from '../rules/find-causes.js';
import { type Banner, type Finding } from './banner.js';

/** What admins should know just now. Derived from the health of the moment: gone when its cause is gone. */
@Injectable()
export class Banners {
  constructor(
    private readonly clients: ClientHealth,
    private readonly tokens: TokenHealth,
    private readonly clocks: ProviderClocks,
    private readonly accounts: AccountHealth,
    private readonly servers: ServerHealth,
    private readonly webhooks: WebhookHealth,
    private readonly memory: BannerMemory,
    private readonly clock: Clock,
  ) {}

  /** The banners to show, the most urgent first. */
  async list(): Promise<Banner[]> {
    return (await this.all()).filter(isAwake);
  }

  /** The same and those that somebody lets sleep. */
  async all(): Promise<Banner[]> {
    return this.memory.recall(await this.find());
  }

  /** Those that are awake, and forgets the causes that are gone, so that they are news when they return. */
  async sweep(): Promise<Banner[]> {
    const lookedAt = await this.memory.instant();
    const findings = await this.find();
    await this.memory.forgetOthers(findings, lookedAt);
    return (await this.memory.recall(findings)).filter(isAwake);
  }

  private async find(): Promise<Finding[]> {
    const now = this.clock.now();
    // Accounts are dated by the database: where its clock is another one than ours, ours would see silence or none.
    const accountsReadAt = new Date(await this.memory.instant());
    const [clients, ailing, accounts, servers, unrouted, clocks, webhooks] = await Promise.all([
      this.clients.ailing(),
      this.tokens.ailing(),
      this.accounts.all(),
      this.servers.all(),
      this.servers.unrouted(),
      this.clocks.wrong(),
      this.webhooks.paused(),
    ]);
    const others = await this.tokens.of(tokensBehind(accounts, ailing, accountsReadAt));
    const tokens = [...ailing, ...others];
    const health = { clients, tokens, accounts, accountsReadAt, servers, unrouted, clocks, webhooks };
    return findCauses(health, now);
  }
}

function isAwake({ snooze }: Banner): boolean {
  return snooze === null;
}
