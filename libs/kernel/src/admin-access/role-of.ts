import { type Actor, type AdminAccess } from './admin-access.js';

/** What somebody is to Mailroom: an admin, a person with a mailbox of their own and nothing else, or nobody. */
export type Role = 'admin' | 'personal' | 'nobody';

/** The host's word on this actor as of now; an admin is whatever a person with a mailbox is. */
export async function roleOf(access: AdminAccess, actor: Actor): Promise<Role> {
  if (await access.mayAdminister(actor)) return 'admin';
  return (await access.mayConnectOwnMailbox?.(actor)) === true ? 'personal' : 'nobody';
}
