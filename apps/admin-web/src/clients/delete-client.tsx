import { answer, api } from '../api/api.js';
import { type Client } from '../api/shapes.js';
import { DeleteThing } from '../furniture/delete-thing.js';
import { words } from '../i18n/words.js';

/** The end of a client. What still uses it is named instead. */
export function DeleteClient({ client }: { client: Client }) {
  return (
    <DeleteThing
      title={words.clients.deleteTitle(client.name)}
      consequence={words.clients.deleteConsequence}
      label={words.clients.delete}
      run={() => answer(api.DELETE('/api/clients/{id}', { params: { path: { id: client.id } } }))}
      done={words.clients.deleted(client.name)}
      next="/clients"
      stale={['clients']}
    />
  );
}
