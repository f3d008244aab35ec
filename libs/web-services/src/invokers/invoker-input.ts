import { z } from 'zod';
import { Edition, inputFault } from '@mailroom/kernel';
import { HEADER_TEXT } from '../templates/fill-header.js';

const HEADER_NAME = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

const baseUrl = z
  .string()
  .trim()
  .max(2_000)
  .refine(isBase, inputFault('no-base-url'))
  .transform((text) => new URL(text).href.replace(/\/+$/, ''));

const header = z.object({
  name: z.string().trim().max(100).regex(HEADER_NAME, inputFault('no-header-name')),
  /** Left out for a secret that stays as it is. */
  value: z.string().trim().max(8_000).regex(HEADER_TEXT, inputFault('not-ascii-line')).optional(),
  secret: z.boolean().default(false),
});

const settings = {
  name: z.string().trim().min(1).max(100),
  state: z.enum(['live', 'paused']),
  baseUrl,
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
  path: z.string().trim().max(2_000),
  headers: z.array(header).max(30),
  body: z.string().max(100_000).nullable(),
  timeoutMs: z.int().min(100).max(30_000),
  maxBytes: z.int().min(1_024).max(16_777_216),
  caCertificate: z.string().max(100_000).nullable(),
  authentication: z.enum(['none', 'bearer', 'headers']),
  tokenId: z.uuid().nullable(),
  comment: z.string().max(4_000),
};

/** A new invoker. Times in ms, sizes in bytes. */
export const newInvokerSchema = z
  .object({
    ...settings,
    state: settings.state.default('live'),
    path: settings.path.default(''),
    headers: settings.headers.default([]),
    body: settings.body.default(null),
    timeoutMs: settings.timeoutMs.default(10_000),
    maxBytes: settings.maxBytes.default(1_048_576),
    caCertificate: settings.caCertificate.default(null),
    authentication: settings.authentication.default('none'),
    tokenId: settings.tokenId.default(null),
    comment: settings.comment.default(''),
  })
  .meta({ id: 'NewInvoker' });

/** What changes; the rest stays. Another scheme, host, port or CA demands secret headers and the token again. */
export const invokerChangesSchema = z.object(settings).partial().meta({ id: 'InvokerChanges' });

/** What of an invoker is edited. */
export const invokerEdition = new Edition(invokerChangesSchema.shape);

/** A form that is being filled in. What is left out is nobody's fault yet; with `id` it is that invoker's. */
export const invokerDraftSchema = z
  .object({ ...settings, id: z.uuid() })
  .partial()
  .meta({ id: 'InvokerDraft' });
export type InvokerDraft = z.infer<typeof invokerDraftSchema>;

export type NewInvoker = z.infer<typeof newInvokerSchema>;
export type InvokerChanges = z.infer<typeof invokerChangesSchema>;
export type HeaderInput = z.infer<typeof header>;

function isBase(text: string): boolean {
  const url = URL.parse(text);
  if (!url || !['http:', 'https:'].includes(url.protocol)) return false;
  return !/[{}?#\s]/.test(text) && url.username === '' && url.password === '';
}
