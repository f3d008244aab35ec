import { z } from 'zod';
import { type ReadableMail } from '../archive/readable-mail.js';

/** As much text as a preview shows. */
const LONGEST_TEXT = 20_000;

/** What the frame around a stranger's HTML allows: pictures that are written into it, and styles. */
export const PREVIEW_POLICY = `default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox`;

const addressSchema = z.object({ name: z.string(), address: z.string() });

/** A mail at a glance. Its HTML, where it has some, is a page of its own for a sandboxed frame. */
export const mailPreviewSchema = z
  .object({
    from: addressSchema.nullable(),
    to: z.array(addressSchema),
    cc: z.array(addressSchema),
    subject: z.string(),
    date: z.iso.datetime().nullable(),
    messageId: z.string().nullable(),
    /** At most 20,000 characters of it. */
    text: z.string(),
    hasHtml: z.boolean(),
    attachments: z.array(z.object({ filename: z.string(), contentType: z.string(), size: z.int() })),
    /** Codes of what could not be read. */
    defects: z.array(z.string()),
  })
  .meta({ id: 'MailPreview' });
export type MailPreview = z.infer<typeof mailPreviewSchema>;

/** A readable mail as the preview shows it. */
export function mailPreview(mail: ReadableMail): MailPreview {
  const { from, to, cc, subject, messageId } = mail;
  return {
    from,
    to: [...to],
    cc: [...cc],
    subject,
    date: mail.date?.toISOString() ?? null,
    messageId,
    text: mail.text.slice(0, LONGEST_TEXT),
    hasHtml: mail.html !== null,
    attachments: mail.attachments.map(({ filename, contentType, size }) => ({ filename, contentType, size })),
    defects: [...mail.defects],
  };
}

/** The HTML of a mail as a page. Pictures that are neither written into it nor remote have nowhere to come from here. */
export function previewPage({ html }: Pick<ReadableMail, 'html'>): string {
  const body = (html ?? '').replaceAll(/<img\b[^<>]*>/gi, (tag) => tag.replace(/ src="cid:[^"]*"/i, ''));
  return `<!doctype html><html><head><meta charset="utf-8"><style>${STYLE}</style></head><body>${body}</body></html>`;
}

const STYLE =
  'body { margin: 0.75rem 1rem; font: 15px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; } img { max-width: 100%; height: auto; }';
