import { type Actor } from './admin-access.js';

/** The parts of a request that the guard reads, alike in Express and Fastify. */
export interface GuardedRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Address of the client as the framework sees it, behind the proxies that the host trusts. */
  readonly ip?: string;
  mailroomActor?: Actor;
}
