import { type Command } from 'commander';
import { OAuthClients, type Client } from '@mailroom/oauth-tokens';
import { exportCommand, importCommand } from './client-transfer.js';
import { type Errand } from './errand.js';

/** `clients list`, `clients export` and `clients import`. */
export function clientCommands(program: Command, errand: Errand): void {
  const clients = program.command('clients').description('App registrations at providers');

  clients
    .command('list')
    .description('every client, its template and when its secrets end')
    .action(async () => {
      const items = await (await errand.get(OAuthClients)).list();
      errand.screen.list(
        items,
        COLUMNS,
        'There are no clients. Register one in the pages, or import a file.',
      );
    });
  exportCommand(clients, errand);
  importCommand(clients, errand);
}

const COLUMNS = {
  Name: ({ name }: Client) => name,
  Template: ({ template }: Client) => template,
  Flow: ({ flow }: Client) => flow,
  Validity: ({ validity }: Client) => validity,
  'Secret ends': ({ secrets }: Client) => secrets.map(({ expiresAt }) => expiresAt ?? 'unknown').join(', '),
  Id: ({ id }: Client) => id,
};
