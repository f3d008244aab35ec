import { z } from 'zod';
import {
  formatAddress,
  normalAddress,
  parseAddress,
  parseAddresses,
  type MailAddress,
} from '@mailroom/kernel';
import { outgoingProblem } from '../outgoing-problems.js';
import { attachmentSchema, type ReadAttachment } from './draft-attachment.js';
import { checkHeaders } from './extra-headers.js';
import { standingHeaders } from './standing-headers.js';
import { type MailDraft, type StoredDraft } from './mail-draft.js';
import { oneLine, storable } from './storable-text.js';

/** Bodies and attachments of one mail together, before any encoding. */
export const BYTES_AT_MOST = 25 * 1_024 * 1_024;

/** A draft, read: what the row holds, and what goes beside it. */
export interface ReadDraft {
  readonly stored: StoredDraft;
  readonly attachments: readonly ReadAttachment[];
  /** Of the bodies and the files that the draft brought; those that it only names are not weighed yet. */
  readonly bytes: number;
}

const MESSAGE_ID = /^<[!-;=?-~]+@[!-;=?-~]+>$/;
const REFERENCE = /^<[!-;=?-~]{1,900}>$/;

const address = z.union([z.string(), z.object({ name: z.string(), address: z.string() })]);
const MOST_RECIPIENTS = 500;
const recipients = z.array(address).max(MOST_RECIPIENTS);
const text = z.string().transform(storable);

const draftSchema = z.object({
  from: address,
  to: recipients,
  cc: recipients.default([]),
  bcc: recipients.default([]),
  replyTo: address.optional(),
  subject: z.string().max(2_000).transform(oneLine),
  text,
  html: text.optional(),
  inReplyTo: z.string().optional(),
  references: z.array(z.string()).default([]),
  messageId: z.string().max(250).regex(MESSAGE_ID).optional(),
  headers: z.record(z.string(), z.string()).default({}),
  automatic: z.enum(['generated', 'replied']).optional(),
  unsubscribe: z
    .object({
      url: z
        .url({ protocol: /^https$/ })
        .max(1_000)
        .regex(/^[!-;=?-~]+$/)
        .optional(),
      address: z.string().transform(normalAddress).optional(),
    })
    .refine(({ url, address: mail }) => url !== undefined || mail !== undefined, 'names no way out')
    .optional(),
  notice: z
    .object({
      notify: z.union([z.literal('never'), z.array(z.enum(['success', 'failure', 'delay'])).min(1)]),
      returns: z.enum(['full', 'headers']),
    })
    .optional(),
  attachments: z.array(attachmentSchema).max(200).default([]),
  idempotencyKey: z.string().min(1).max(200).optional(),
  thread: z.string().min(1).max(200).optional(),
  serverId: z.uuid().optional(),
  author: z.string().min(1).max(255).optional(),
  bulk: z.boolean().default(false),
});

/**
 * Reads a draft and makes it fit to store and to send. References that cannot stand in a header are left out: they
 * come from foreign mail and must not keep an answer from leaving. Throws problem `draft-invalid` with the field,
 * `address-invalid`, `header-not-allowed` or `mail-too-large`.
 */
export function readDraft(draft: MailDraft): ReadDraft {
  const { success, data, error } = draftSchema.safeParse(draft);
  if (!success) {
    const [first] = error.issues;
    throw outgoingProblem('draft-invalid', {
      field: first?.path.map(String).join('.') ?? '',
      params: { reason: first?.message ?? '' },
    });
  }
  const stored = storedDraft(data);
  const people = stored.to.length + stored.cc.length + stored.bcc.length;
  if (people === 0)
    throw outgoingProblem('draft-invalid', { field: 'to', params: { reason: 'nobody to send to' } });
  checkHeaders(data.headers);
  const bytes = sizeOf(data);
  requireSize(bytes);
  return { bytes, attachments: data.attachments, stored };
}

/** Throws problem `mail-too-large` above the limit. */
export function requireSize(bytes: number): void {
  if (bytes > BYTES_AT_MOST)
    throw outgoingProblem('mail-too-large', { params: { bytes, limit: BYTES_AT_MOST } });
}

function storedDraft(data: z.output<typeof draftSchema>): StoredDraft {
  const inReplyTo = data.inReplyTo?.trim() ?? '';
  return {
    from: mailbox(data.from),
    to: mailboxes('to', data.to),
    cc: mailboxes('cc', data.cc),
    bcc: mailboxes('bcc', data.bcc),
    replyTo: data.replyTo === undefined ? null : mailbox(data.replyTo),
    subject: data.subject,
    text: data.text,
    html: data.html ?? null,
    inReplyTo: REFERENCE.test(inReplyTo) ? inReplyTo : null,
    references: data.references.map((id) => id.trim()).filter((id) => REFERENCE.test(id)),
    headers: { ...standingHeaders(data), ...data.headers },
    ...(data.notice === undefined ? {} : { notice: data.notice }),
    author: data.author ?? null,
    bulk: data.bulk,
    contentIds: data.attachments.map(({ contentId }) => contentId ?? null),
  };
}

// What people type is a list, or a group (RFC 5322 section 3.4): its members get the mail.
function mailboxes(field: string, given: readonly (string | MailAddress)[]): MailAddress[] {
  const all = given.flatMap((each) => (typeof each === 'string' ? parseAddresses(each) : mailbox(each)));
  if (all.length > MOST_RECIPIENTS)
    throw outgoingProblem('draft-invalid', { field, params: { reason: `more than ${MOST_RECIPIENTS}` } });
  return all;
}

function mailbox(given: string | MailAddress): MailAddress {
  if (typeof given === 'string') return parseAddress(given);
  formatAddress(given);
  return { name: given.name.trim(), address: normalAddress(given.address) };
}

function sizeOf(data: z.output<typeof draftSchema>): number {
  const bodies = Buffer.byteLength(data.text) + Buffer.byteLength(data.html ?? '');
  return data.attachments.reduce(
    (sum, each) => sum + (each.kind === 'brought' ? each.content.byteLength : 0),
    bodies,
  );
}
