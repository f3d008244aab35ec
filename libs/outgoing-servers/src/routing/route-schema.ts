import { z } from 'zod';
import { formatAddress } from '@mailroom/kernel';
import { type Route } from './select-server.js';

/** Who wants to send: an address, with a name or without. */
export const routeQuestionSchema = z
  .object({ from: z.string().min(3).max(1_000) })
  .meta({ id: 'RouteQuestion' });

/** Who would send, why, and the headers that would leave. */
export const routeAnswerSchema = z
  .object({
    server: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    reason: z.enum([
      'named',
      'address',
      'domain',
      'notification-address',
      'notification-domain',
      'any-sender',
      'fallback',
      'no-server',
      'named-server-unavailable',
    ]),
    headerFrom: z.string().nullable(),
    envelopeFrom: z.string().nullable(),
    replyTo: z.string().nullable(),
  })
  .meta({ id: 'RouteAnswer' });

export type RouteQuestion = z.infer<typeof routeQuestionSchema>;
export type RouteAnswer = z.infer<typeof routeAnswerSchema>;

/** A route as the API answers it. */
export function routeAnswer(route: Route): RouteAnswer {
  if (route.server === null) {
    return { server: null, reason: route.reason, headerFrom: null, envelopeFrom: null, replyTo: null };
  }
  const { server, reason, headerFrom, envelopeFrom, replyTo } = route;
  return {
    server: { id: server.id, name: server.name },
    reason,
    headerFrom: formatAddress(headerFrom),
    envelopeFrom,
    replyTo: replyTo && formatAddress(replyTo),
  };
}
