import { z } from 'zod';
import { namesNeeded } from './names-needed.js';
import { type Invoker } from './invoker.js';

/** An invoker as admins see it: secret values go in and never come out. */
export const invokerSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    state: z.enum(['live', 'paused']),
    baseUrl: z.string(),
    method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
    path: z.string(),
    headers: z.array(z.object({ name: z.string(), value: z.string().nullable(), secret: z.boolean() })),
    body: z.string().nullable(),
    timeoutMs: z.int(),
    maxBytes: z.int(),
    caCertificate: z.string().nullable(),
    authentication: z.enum(['none', 'bearer', 'headers']),
    tokenId: z.uuid().nullable(),
    comment: z.string(),
    /** What a payload has to hold. */
    placeholders: z.array(z.string()),
    updatedAt: z.iso.datetime(),
    updatedBy: z.string(),
  })
  .meta({ id: 'Invoker' });
export type InvokerAnswer = z.infer<typeof invokerSchema>;

/** All invokers, by name. */
export const invokerListSchema = z.object({ items: z.array(invokerSchema) }).meta({ id: 'InvokerList' });

/** The row as an answer. */
export function invokerAnswer(invoker: Invoker): InvokerAnswer {
  const { sealedHeaders: _, createdAt: __, headers, updatedAt, ...rest } = invoker;
  return {
    ...rest,
    headers: headers.map(({ name, value }) => ({ name, value, secret: value === null })),
    placeholders: namesNeeded(invoker),
    updatedAt: updatedAt.toISOString(),
  };
}
