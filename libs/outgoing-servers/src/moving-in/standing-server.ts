import { movingNote, type MovingNote } from '@mailroom/kernel';
import { type OutgoingServer } from '../servers/outgoing-server.js';
import { type NewServer } from '../servers/server-schema.js';

type Place = Pick<NewServer, 'host' | 'login' | 'port' | 'fromFilter'>;

/** The same host under the same login; where nobody signs in, the same port for the same senders. */
export function sameServer(one: Place, other: Place): boolean {
  if (one.host.toLowerCase() !== other.host.toLowerCase()) return false;
  if (one.login.toLowerCase() !== other.login.toLowerCase()) return false;
  return one.login !== '' || (one.port === other.port && (one.fromFilter ?? '') === (other.fromFilter ?? ''));
}

const COMPARED = ['port', 'security', 'auth', 'fromFilter', 'priority'] as const;

/** Where a server that is here is set otherwise than the file says. It stays as it is. */
export function standsDifferently(here: OutgoingServer, there: NewServer): MovingNote[] {
  return COMPARED.flatMap((setting) => {
    const wanted = there[setting] ?? '';
    if (wanted === here[setting]) return [];
    const params = { setting, here: String(here[setting]) || '–', there: String(wanted) || '–' };
    return movingNote('differs-here', params);
  });
}
