import { z } from 'zod';
import { formatAddress } from '@mailroom/kernel';
import { type Considered } from './explain-route.js';
import { type Route, type Wish } from './select-server.js';

/** Who wants to send: an address, with a name or without; and what the mail asks for. */
export const routeQuestionSchema = z
  .object({
    from: z.string().min(3).max(1_000),
    /** The server that the mail names. */
    serverId: z.uuid().optional(),
    /** Who writes, as the host knows them: their own servers may send. */
    author: z.string().min(1).max(255).optional(),
    bulk: z.boolean().default(false),
  })
  .meta({ id: 'RouteQuestion' });

/**
 * Who would send, why, and the headers that would leave. `standIn` says whose address took the author's place;
 * `considered` says of every server why it sends or does not, in the order in which they are asked.
 */
export const routeAnswerSchema = z
  .object({
    server: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    reason: z.enum([
      'named',
      'bulk-server',
      'authors-own',
      'address',
      'pattern',
      'domain',
      'notification-address',
      'notification-domain',
      'any-sender',
      'fallback',
      'first-server',
      'no-server',
      'named-server-unavailable',
      'named-server-personal',
      'bulk-server-unavailable',
    ]),
    standIn: z.enum(['notification', 'forced', 'authors-own']).nullable(),
    headerFrom: z.string().nullable(),
    envelopeFrom: z.string().nullable(),
    replyTo: z.string().nullable(),
    considered: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        standing: z.enum([
          'chosen',
          'not-live',
          'personal',
          'bulk',
          'not-asked',
          'does-not-fit',
          'comes-later',
        ]),
      }),
    ),
  })
  .meta({ id: 'RouteAnswer' });

export type RouteQuestion = z.infer<typeof routeQuestionSchema>;
export type RouteAnswer = z.infer<typeof routeAnswerSchema>;

/** What a question asks for besides the sender. */
export function wishOf({ serverId, author, bulk }: RouteQuestion): Wish {
  return { named: serverId ?? null, author: author ?? null, bulk };
}

/** A route as the API answers it. */
export function routeAnswer({ route, considered }: { route: Route; considered: Considered[] }): RouteAnswer {
  const { server, reason } = route;
  if (server === null)
    return {
      server,
      reason,
      standIn: null,
      headerFrom: null,
      envelopeFrom: null,
      replyTo: null,
      considered,
    };
  const { standIn, headerFrom, envelopeFrom, replyTo } = route;
  return {
    server: { id: server.id, name: server.name },
    reason,
    standIn,
    headerFrom: formatAddress(headerFrom),
    envelopeFrom,
    replyTo: replyTo && formatAddress(replyTo),
    considered,
  };
}
