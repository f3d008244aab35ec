import { type AdminAccess } from './admin-access.js';
import { roleOf } from './role-of.js';

const jane = { id: 'jane', name: 'Jane' };

function host(admin: boolean, own?: boolean): AdminAccess {
  return {
    actorOf: async () => jane,
    actorById: async () => jane,
    mayAdminister: async () => admin,
    ...(own === undefined ? {} : { mayConnectOwnMailbox: async () => own }),
  };
}

it.each([
  ['an admin', host(true, false), 'admin'],
  ['an admin of a host that knows admins only', host(true), 'admin'],
  ['somebody with a mailbox', host(false, true), 'personal'],
  ['somebody without', host(false, false), 'nobody'],
  ['somebody at a host that knows admins only', host(false), 'nobody'],
])('%s', async (_, access, role) => {
  expect(await roleOf(access, jane)).toBe(role);
});
