import { z } from 'zod';
import { oneLine } from './storable-text.js';

/** A file that leaves with a mail. With a `contentId` it is shown inside the HTML (`cid:…`). */
export interface DraftAttachment {
  readonly filename: string;
  readonly contentType: string;
  readonly content: Uint8Array;
  readonly contentId?: string | undefined;
}

/**
 * A file of a mail that came in, named instead of brought: by the `deliveryId` of its InboundMail and its `index` there. The
 * outbox takes a copy when the mail is enqueued, so that nothing changes when the mail that came in is forgotten later. It
 * can be named once the transaction in which the host took it has committed, and from then on until it is forgotten.
 */
export interface ForwardedAttachment {
  readonly deliveryId: string;
  readonly index: number;
  /** Instead of the name that it came with. */
  readonly filename?: string | undefined;
  readonly contentId?: string | undefined;
}

const LONGEST_FILENAME = 255;
const CONTENT_TYPE = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(;[ -~]*)?$/;
const LONGEST_TYPE = 255;

const filename = z.string().max(LONGEST_FILENAME).transform(plainFilename);
const contentId = z
  .string()
  .max(250)
  .regex(/^[!-;=?-~]+$/)
  .optional();

const brought = z.object({
  kind: z.literal('brought'),
  filename,
  contentType: z.string().max(LONGEST_TYPE).regex(CONTENT_TYPE),
  content: z.instanceof(Uint8Array),
  contentId,
});
const forwarded = z.strictObject({
  kind: z.literal('forwarded'),
  deliveryId: z.uuid(),
  index: z.int().min(0),
  filename: filename.optional(),
  contentId,
});

/** An attachment at the door: the one with a `deliveryId` is forwarded, any other brings its bytes. */
export const attachmentSchema = z.preprocess(withKind, z.discriminatedUnion('kind', [brought, forwarded]));

/** An attachment of a draft, read. */
export type ReadAttachment = z.output<typeof attachmentSchema>;

/** One that names a file of a mail that came in. */
export type ReadForwarded = Extract<ReadAttachment, { kind: 'forwarded' }>;

/** A name for a file that came in: its own, or one that says where it stood. */
export function sendableName(name: string, index: number): string {
  return plainFilename(name).slice(0, LONGEST_FILENAME) || `attachment-${index + 1}`;
}

/** A type for a file that came in: what its sender said, unless that would break the mail it leaves with. */
export function sendableType(type: string): string {
  const fits = type.length <= LONGEST_TYPE && CONTENT_TYPE.test(type) && !/^multipart\//i.test(type);
  return fits ? type : 'application/octet-stream';
}

function withKind(given: unknown): unknown {
  if (typeof given !== 'object' || given === null) return given;
  const named = 'deliveryId' in given && given.deliveryId !== undefined;
  return { ...given, kind: named ? 'forwarded' : 'brought' };
}

function plainFilename(value: string): string {
  return oneLine(value).replaceAll(/[/\\]/g, '_');
}
