import { type Pool } from 'pg';
import { type DataSource } from 'typeorm';
import { Database, kernelEntities } from '@mailroom/kernel';
import { mailAccountsEntities } from '@mailroom/mail-accounts';
import { notificationsEntities } from '@mailroom/notifications';
import { oauthTokensEntities } from '@mailroom/oauth-tokens';
import { outgoingServersEntities } from '@mailroom/outgoing-servers';
import { webServicesEntities } from '@mailroom/web-services';
import { migrate } from './migrate.js';
import { type CheckedOptions } from './options.js';
import { StartRefusal } from './start-refusal.js';

/** Every entity of Mailroom, for hosts that list entities themselves instead of `autoLoadEntities`. */
export const mailroomEntities = [
  ...kernelEntities,
  ...oauthTokensEntities,
  ...mailAccountsEntities,
  ...outgoingServersEntities,
  ...webServicesEntities,
  ...notificationsEntities,
];

/** The host's DataSource, checked and migrated: nobody gets a Database before its tables are there. */
export async function openDatabase(dataSource: DataSource, options: CheckedOptions): Promise<Database> {
  if (dataSource.options.type !== 'postgres')
    throw new StartRefusal('the DataSource has to be of type postgres.');
  const missing = mailroomEntities.find((entity) => !dataSource.hasMetadata(entity));
  if (missing) {
    throw new StartRefusal(
      `the DataSource does not know ${missing.name}; set autoLoadEntities: true or add mailroomEntities to its entities.`,
    );
  }
  outliveLostConnections(dataSource);
  await refuseShadowedSchema(dataSource);
  await migrate(dataSource);
  return new Database(dataSource, options.maxConnections);
}

// A server that goes away in the moment in which the pool hands out a new connection is an 'error' event that nobody hears
// yet: node-postgres has let go of the connection, TypeORM has not taken it, and the process ends. Who asks next is told
// by the failing statement anyway.
function outliveLostConnections(dataSource: DataSource): void {
  const { master } = dataSource.driver as unknown as { master?: Pool };
  master?.on('connect', (client) => client.on('error', () => undefined));
}

// PostgreSQL looks for tables in a schema named like the user first ("$user" in search_path): for a user called mailroom
// the host's own tables would land among ours from the second start on.
async function refuseShadowedSchema(dataSource: DataSource): Promise<void> {
  const [row]: { shadowed: boolean }[] = await dataSource.query(
    `select current_user = 'mailroom' and current_setting('search_path') like '%"$user"%' as shadowed`,
  );
  if (row?.shadowed) {
    throw new StartRefusal(
      'the database user is called mailroom, like the schema of Mailroom, so tables of yours would land in it; use another user, or a search_path without "$user".',
    );
  }
}
