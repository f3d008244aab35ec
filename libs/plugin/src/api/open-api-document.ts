import { type INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { Settings, withLines } from '@mailroom/kernel';
import { MailAccountsModule } from '@mailroom/mail-accounts';
import { NotificationsModule } from '@mailroom/notifications';
import { OAuthTokensModule } from '@mailroom/oauth-tokens';
import { OutgoingServersModule } from '@mailroom/outgoing-servers';
import { WebServicesModule } from '@mailroom/web-services';
import { AuditModule } from '../audit/audit.module.js';
import { ConnectMailboxModule } from '../connect-mailbox/connect-mailbox.module.js';
import { MovingInModule } from '../moving-in/moving-in.module.js';
import { PersonalModule } from '../personal/personal.module.js';
import { PageSessionModule } from '../page-session/page-session.module.js';
import { OverviewModule } from '../overview/overview.module.js';
import { RoundTripModule } from '../round-trip/round-trip.module.js';
import { KeysModule } from '../keys/keys.module.js';
import { ObservationModule } from '../observation/observation.module.js';
import { SettingsModule } from '../settings/settings.module.js';
import { SessionModule } from '../session/session.module.js';

const MODULES = [
  OAuthTokensModule,
  MailAccountsModule,
  OutgoingServersModule,
  WebServicesModule,
  NotificationsModule,
  ConnectMailboxModule,
  MovingInModule,
  PersonalModule,
  RoundTripModule,
  OverviewModule,
  AuditModule,
  SettingsModule,
  KeysModule,
  ObservationModule,
  SessionModule,
  PageSessionModule,
];

/**
 * The OpenAPI 3.1 document of Mailroom's admin API and of nothing else of the host. Paths are below the mount, which is
 * its one server, so that a client made from it works wherever Mailroom is mounted.
 */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const mount = new URL(app.get(Settings).at('')).pathname.replace(/\/+$/, '');
  const about = new DocumentBuilder()
    .setTitle('Mailroom admin API')
    .setDescription('Problems are answered as application/problem+json (RFC 9457) with a `code`.')
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addServer(mount)
    .build();
  const document = SwaggerModule.createDocument(app, about, { include: MODULES, autoTagControllers: false });
  return inOrder({ ...document, paths: described(belowMount(document.paths, app.get(Settings).mountPath)) });
}

function belowMount(paths: OpenAPIObject['paths'], mountPath: string): OpenAPIObject['paths'] {
  const prefix = `/${mountPath}/`;
  const below = (path: string): string => `/${path.slice(path.indexOf(prefix) + prefix.length)}`;
  return Object.fromEntries(Object.entries(paths).map(([path, item]) => [below(path), item]));
}

// Routes that also answer step by step say so.
function described(paths: OpenAPIObject['paths']): OpenAPIObject['paths'] {
  return Object.fromEntries(
    Object.entries(paths).map(([path, item]) => [
      path,
      item.post ? { ...item, post: withLines(item.post) } : item,
    ]),
  );
}

// Nest finds modules in an order of its own; a document under version control wants one that stays.
function inOrder(document: OpenAPIObject): OpenAPIObject {
  const { paths, components } = document;
  const schemas = components?.schemas;
  return {
    ...document,
    paths: sorted(paths),
    ...(schemas ? { components: { ...components, schemas: sorted(schemas) } } : {}),
  };
}

function sorted<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1))) as T;
}
