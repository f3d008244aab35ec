import { Module } from '@nestjs/common';
import { MailAccountsModule } from '@mailroom/mail-accounts';
import { OAuthTokensModule } from '@mailroom/oauth-tokens';
import { OutgoingServersModule } from '@mailroom/outgoing-servers';
import { WebServicesModule } from '@mailroom/web-services';
import { AnnouncementLog } from './announcing/announcement-log.js';
import { Announcements } from './announcing/announcements.js';
import { Banners } from './banners/banners.js';
import { BannersController } from './banners/banners.controller.js';
import { BannerHistory } from './history/banner-history.js';
import { Snoozing } from './snooze/snoozing.js';
import { BannerStream } from './stream/banner-stream.js';
import { BannerMemory } from './memory/banner-memory.js';

/** Banners: what the health of clients, tokens, accounts, servers and webhooks says that an admin should hear. */
@Module({
  imports: [OAuthTokensModule, MailAccountsModule, OutgoingServersModule, WebServicesModule],
  controllers: [BannersController],
  providers: [Banners, BannerStream, BannerHistory, Snoozing, BannerMemory, AnnouncementLog, Announcements],
  exports: [Banners],
})
export class NotificationsModule {}
