import { Global, Module } from '@nestjs/common';
import { BannerPost, NotificationsModule } from '@mailroom/notifications';
import { OAuthTokensModule } from '@mailroom/oauth-tokens';
import { OutgoingServersModule } from '@mailroom/outgoing-servers';
import { BannerLetters } from './banner-letters.js';
import { BannerMail } from './banner-mail.js';

/** Banners by e-mail. Global, because those who announce do not know who writes. */
@Global()
@Module({
  imports: [NotificationsModule, OAuthTokensModule, OutgoingServersModule],
  providers: [BannerLetters, BannerMail, { provide: BannerPost, useExisting: BannerMail }],
  exports: [BannerPost],
})
export class BannerMailModule {}
