import { templateOf } from '../providers/client-templates.js';
import { type MailHost } from './mail-host.js';
import { hostsOf, type ShownBy } from './may-show.js';

/**
 * Where mail of a client's mailboxes leaves, when nobody is there to type it: what an admin said, else the template's.
 * Null where neither is known, or where the tokens may not be shown to it by name: whoever is no admin decides nothing
 * about hosts, so "any host" is none.
 */
export function submissionHost(client: ShownBy & { readonly submission: MailHost | null }): MailHost | null {
  const place = client.submission ?? templateOf(client.template).mail?.smtp ?? null;
  return place !== null && hostsOf(client).includes(place.host) ? place : null;
}
