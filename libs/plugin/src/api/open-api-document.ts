import { type INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { MailAccountsModule } from '@mailroom/mail-accounts';
import { NotificationsModule } from '@mailroom/notifications';
import { OAuthTokensModule } from '@mailroom/oauth-tokens';
import { OutgoingServersModule } from '@mailroom/outgoing-servers';
import { ConnectMailboxModule } from '../connect-mailbox/connect-mailbox.module.js';
import { SessionModule } from '../session/session.module.js';

const MODULES = [
  OAuthTokensModule,
  MailAccountsModule,
  OutgoingServersModule,
  NotificationsModule,
  ConnectMailboxModule,
  SessionModule,
];

/** The OpenAPI 3.1 document of Mailroom's admin API as it is mounted in this host, and of nothing else. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const about = new DocumentBuilder()
    .setTitle('Mailroom admin API')
    .setDescription('Problems are answered as application/problem+json (RFC 9457) with a `code`.')
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .build();
  return SwaggerModule.createDocument(app, about, { include: MODULES, autoTagControllers: false });
}
