import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { parseAddresses, StoredSettings } from '@mailroom/kernel';
import { Banners, type Banner, type BannerPost, type Posted } from '@mailroom/notifications';
import { TokenHealth } from '@mailroom/oauth-tokens';
import { OutgoingServers, ServerLetter } from '@mailroom/outgoing-servers';
import { BannerLetters } from './banner-letters.js';
import { otherServer, type Messenger } from './other-server.js';

const HOUR_MS = 3_600_000;

/**
 * Writes to the recipients of the setting `banner-recipients`, and to whoever alone can mend what a banner tells of, through a
 * server that has nothing to do with the trouble.
 */
@Injectable()
export class BannerMail implements BannerPost {
  constructor(
    private readonly settings: StoredSettings,
    private readonly banners: Banners,
    private readonly servers: OutgoingServers,
    private readonly tokens: TokenHealth,
    private readonly letters: BannerLetters,
    private readonly mail: ServerLetter,
  ) {}

  async isWanted(): Promise<boolean> {
    return (await this.recipients()).length > 0;
  }

  /** One letter to admins for all that one server tells, and one for each addressee. */
  async tell(banners: readonly Banner[]): Promise<readonly Posted[]> {
    const [all, messengers] = await Promise.all([this.banners.all(), this.messengers()]);
    const told = Map.groupBy(banners, (banner) => otherServer(banner, all, messengers));
    const posted: Posted[] = [];
    for (const [server, group] of told) {
      if (server) await this.write(server, group);
      if (server) for (const banner of group) await this.callOn(server, banner);
      const mail = server ? ('sent' as const) : ('no-server' as const);
      posted.push(...group.map((banner) => ({ banner, mail, through: server?.name ?? null })));
    }
    return posted;
  }

  private async write(server: Messenger, banners: readonly Banner[]): Promise<void> {
    const to = await this.recipients();
    if (to.length === 0) return;
    const letter = await this.letters.write(banners);
    await this.mail.send(server.id, () => ({ to, ...letter, idempotencyKey: keyOf(banners) }));
  }

  private async callOn(server: Messenger, banner: Banner): Promise<void> {
    const { addressee } = banner;
    if (addressee === undefined) return;
    const letter = await this.letters.writeToOwner(banner);
    const idempotencyKey = `${keyOf([banner])}:addressee`;
    await this.mail.send(server.id, () => ({ to: [addressee], ...letter, idempotencyKey }));
  }

  private async recipients(): Promise<string[]> {
    const text = await this.settings.value('banner-recipients');
    return text === '' ? [] : parseAddresses(text).map(({ address }) => address);
  }

  private async messengers(): Promise<Messenger[]> {
    const servers = await this.servers.list();
    const tokenIds = servers.flatMap(({ tokenId }) => tokenId ?? []);
    const tokens = new Map((await this.tokens.of(tokenIds)).map((token) => [token.tokenId, token]));
    return servers.map((server) => {
      const token = server.tokenId === null ? undefined : tokens.get(server.tokenId);
      return {
        id: server.id,
        name: server.name,
        isLive: server.state === 'live',
        isFailing: server.health.failure !== null || token?.state === 'reconnect',
        isFallback: server.isFallback,
        priority: server.priority,
        isReserved: server.owner !== null || server.purpose === 'bulk',
        tokenId: server.tokenId,
        clientId: token?.clientId ?? null,
      };
    });
  }
}

// A cause that comes and goes is one letter an hour, and one letter whoever writes it.
function keyOf(banners: readonly Banner[]): string {
  const causes = banners.map(
    ({ kind, cause, firstSeenAt }) => `${kind} ${cause} ${Math.floor(firstSeenAt.getTime() / HOUR_MS)}`,
  );
  return `banners:${createHash('sha256').update(causes.toSorted().join('\n')).digest('base64url')}`;
}
