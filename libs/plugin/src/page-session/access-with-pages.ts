import { type Actor, type AdminAccess, type Clock, type SecretBox, type Settings } from '@mailroom/kernel';
import { readPageCookie } from './page-cookie.js';
import { PagePasses } from './page-passes.js';
import { PagePlace } from './page-place.js';

/** The parts of a request that are read, alike in Express and Fastify. */
interface CookieRequest {
  readonly headers?: { readonly cookie?: string };
}

/**
 * The host's AdminAccess, which also knows whom a session of the pages was made out to. The session says who; whether they
 * are still there and what they may is the host's word each time. Optional methods are there where the host has them.
 */
export function accessWithPages(
  own: AdminAccess,
  box: SecretBox,
  clock: Clock,
  settings: Settings,
): AdminAccess {
  const passes = new PagePasses(box, clock);
  const place = new PagePlace(settings);
  const mayConnect = own.mayConnectOwnMailbox?.bind(own);
  const reauthenticated = own.reauthenticated?.bind(own);
  return {
    async actorOf(request: unknown): Promise<Actor | null> {
      const actor = await own.actorOf(request);
      if (actor) return actor;
      const cookie = readPageCookie((request as CookieRequest).headers?.cookie, place);
      const pass = cookie === undefined ? null : passes.read('session', cookie);
      return pass && own.actorById(pass.actorId);
    },
    actorById: (id) => own.actorById(id),
    mayAdminister: (actor) => own.mayAdminister(actor),
    ...(mayConnect ? { mayConnectOwnMailbox: mayConnect } : {}),
    ...(reauthenticated ? { reauthenticated } : {}),
  };
}
